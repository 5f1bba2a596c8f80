# What git cannot hold: links, pipes, names with spaces and Turkish letters.
k=content/frm/bim/konu
ln -s baska_20200101_1.md $k/bag_20200101_1.md
ln -s . content/frm/dongu
ln -s /etc/passwd $k/baska_20200101_1.pdf
mkfifo $k/boru_20200101_1.md
mkdir $k/baska_20200101_1 "content/frm/Bilgi İşlem" "$k/Yeni klasör"
printf x >"$k/baska_20200101_1/Ekran Alıntısı.PNG"
printf x >"$k/baska_20200101_1/(1).jpg"
ln -s x.png $k/baska_20200101_1/bag.png
mkfifo $k/baska_20200101_1/boru.png
printf '# A\n' >"$k/Parola Değiştirme_20200101_1.md"
printf '# A\n' >"$k/$(printf 'sat\nır')_20200101_1.md"
