# Two folders of one unit, one without index.md; a list in place of a map.
mkdir -p content/klv/bim/konu content/klv/bos/konu content/frm/oidb
echo "# Kılavuzlar" >content/klv/index.md
echo "# Konu" >content/klv/bim/konu/index.md
echo "# Konu" >content/klv/bos/konu/index.md
printf "# Bilgi İşlem\n\n![](yok.png)\n" >content/frm/bim/index.md
