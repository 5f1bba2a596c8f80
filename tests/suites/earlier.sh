# Editions from before the collection (front matter “önceki-sürümler”): above
# the collection's own rows in the revision tables of pages and records.
. tests/suite.sh
export PYTHONDONTWRITEBYTECODE=1

command -v pdftotext >/dev/null || { missing earlier pdftotext; exit; }
LC_ALL=C.UTF-8 python3 tests/earlier/earlier.py "$scratch" "$MATBU" templates
