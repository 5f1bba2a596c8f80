# CRLF, a byte-order mark, tabs, lazy lines, letters of every width.
printf '\357\273\277---\r\n\303\266zet: a\r\n---\r\n# Ba\305\237l\304\261k\r\n\r\n[a](#yok)\r\n\r\n\t- [x][y]\r\n\r\n-\t[m][n]\r\n\r\n\t[o][p]\r\n\r\n> -\t> [q][r]\r\nlazy [s][t]\r\n\r\n1.  a\r\n\r\n    | x | y |\r\n    |---|---|\r\n    | [u][v] | [](#w) |\r\n\r\n> | a |\r\n> |---|\r\n> | [z][zz] |\r\n\r\n\360\240\200\200 \331\205 e\314\201 [b][c] `x` *[d][e]*\r\n\r\nA\r\n[f][g]\r\n---\r\n\r\n## \360\240\200\200\r\n\r\n[](#bolum-2) [](#bolum)\r\n\r\n##\r\n' \
    >$edition.md
