# Markdown means here what the CommonMark specification says.
. tests/suite.sh

if ! [ -d tests/web/node_modules/commonmark-spec ]; then
	missing spec "the CommonMark specification"
	exit
fi
node tests/spec/run.mjs
