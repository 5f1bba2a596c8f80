// SPDX-License-Identifier: ISC
//
// pdfjs.mjs: reads records as Firefox does. For each path on the standard
// input a line of JSON: the structure trees of its sheets, ["Role", kids…],
// where a kid is a tree or the text of marked content.

import { createInterface } from 'node:readline';

// It warns that it could not draw; nobody asks it to.
console.log = console.warn = () => {};
const { getDocument, VerbosityLevel } =
	await import('pdfjs-dist/legacy/build/pdf.mjs');

/**
 * The text of a sheet's marked contents, by id. Where a line ends pdf.js
 * leaves out the space: a line feed stands for “perhaps one”.
 */
function texts(items) {
	const found = new Map(), open = [];

	for (const item of items) {
		if (item.type === 'endMarkedContent')
			open.pop();
		else if (item.type !== undefined)
			open.push(item.id);
		else if (open.length > 0 && open.at(-1) !== undefined)
			found.set(open.at(-1), (found.get(open.at(-1)) ?? '') +
				item.str + (item.hasEOL ? '\n' : ''));
	}
	return found;
}

function tree(node, text) {
	if (node.type === 'content')
		return text.get(node.id) ?? '';
	if (node.type !== undefined)
		return '';		// an annotation
	return [node.role, ...node.children.map(kid => tree(kid, text))];
}

async function sheets(url) {
	const task = getDocument({ url, verbosity: VerbosityLevel.ERRORS,
		isEvalSupported: false, disableFontFace: true });
	const file = await task.promise, all = [];

	for (let n = 1; n <= file.numPages; n++) {
		const page = await file.getPage(n);
		const { items } = await page.getTextContent({
			includeMarkedContent: true,
			disableNormalization: true });
		const root = await page.getStructTree();
		all.push(root === null ? ['Root'] : tree(root, texts(items)));
	}
	await task.destroy();
	return all;
}

for await (const path of createInterface({ input: process.stdin }))
	process.stdout.write(JSON.stringify(await sheets(path)) + '\n');
