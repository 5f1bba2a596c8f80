# Markdown means here what the CommonMark specification says.
. tests/suite.sh

if ! [ -d tests/web/node_modules/commonmark-spec ]; then
	fail spec "the specification is missing (make setup-test)"
	exit
fi
node tests/spec/run.mjs
