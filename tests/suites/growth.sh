# Registers and collections four times as long take about four times the
# processor's time and memory, whatever their rows and order.
. tests/suite.sh

python3 tests/growth/growth.py "$MATBU" "$scratch"
