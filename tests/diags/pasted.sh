# Text pasted from word processors and the web: invisible characters, hard
# hyphens, headings and bold without blanks, numbers typed into captions.
{
	printf '#Parola\n\n##Kurulum\n\nBir\342\200\213 satır \342\200\256ters.\n'
	printf 'Bak \\* &amp; Şekil\302\2401’e, Şekil\342\200\2212 ve &nbsp;Tablo 3.\n'
	printf '\nÖnce **“Ayarlar”**ı, sonra ** kalın ** ve 2 ** 3.\n'
	printf '\n![Resim](ornek_20200101_1/a.png "Şekil-1. Ayarlar Şekil-2")\n'
	printf '\nTablo: Tablo 1: Fiyatlar\n\n| a |\n|---|\n| *x* Şekil-7 |\n'
	printf '\nTablo 2020 yılında çıktı. [\\* Şekil-5](#a)\n'
	printf '\n> [!TIP] Aynı satır\n\n\357\273\277son\n'
} >$edition.md
