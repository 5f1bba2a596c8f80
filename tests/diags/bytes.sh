# Bytes that no editor shows; each document skips a revision besides, so
# that every one has a second fault.
k=content/frm/bim/konu
for n in utf16 utf16be bomsuz 1254 denetim ayrac derin uzun; do
	printf '# Önceki\n' >$k/${n}_20200101_0.md
done
printf '# Şekil\n' | iconv -f UTF-8 -t UTF-16 >$k/utf16_20200101_2.md
printf '\376\377' >$k/utf16be_20200101_2.md
printf '# Sekil\n' | iconv -f UTF-8 -t UTF-16BE >>$k/utf16be_20200101_2.md
printf '# Sekil\n' | iconv -f UTF-8 -t UTF-16LE >$k/bomsuz_20200101_2.md
printf '# Baslik\n\nAyarlar \376ekli\n' >$k/1254_20200101_2.md
printf '\357\273\277# A\r\n\r\nB\303\274t\000n \033[31m\r\nyat\302\205ay\rve\177\n\tsekme\n' \
    >$k/denetim_20200101_2.md
{ printf '# A\n\nParagraf\n> '; printf '%1001s' | tr ' ' '['
    echo ' metin'; } >$k/ayrac_20200101_2.md
{ printf '# A\n\n'; printf '%70s' | tr ' ' '>'; echo ' metin'; } \
    >$k/derin_20200101_2.md
{ printf '# A\n'; printf '%4194304s\n' x; } >$k/uzun_20200101_2.md
