// names.mjs DIR: what a screen reader says of the fields of every form under DIR, a built site: the name that Chromium
// computes on the page is the one in the record (/TU), and every field of the record is on the page; radio buttons stand
// in a group whose name is their question.
import { readFileSync } from 'node:fs';
import { Report, deadline, launch, pagesOf, serve, usage } from './common.mjs';
import { relative } from 'node:path';

if (!process.argv[2]) usage('names.mjs DIR');
console.warn = () => {};
const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
const report = new Report('names', ['names']);
const pages = pagesOf([process.argv[2]]).filter((page) => /_\d{8}_\d+\.html$/.test(page.file) && readFileSync(page.file, 'utf8').includes('id="m_f_'));
if (pages.length === 0) report.fault('names', { name: process.argv[2] }, 'no form');
deadline(200, report.title);

// Name of a field, and of a button its value, to what is said.
async function namesOfRecord(path) {
  const file = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: VerbosityLevel.ERRORS, isEvalSupported: false }).promise;
  const names = new Map();
  for (let n = 1; n <= file.numPages; n++)
    for (const field of await (await file.getPage(n)).getAnnotations())
      if (field.fieldName) names.set(`m_f_${field.fieldName}${field.radioButton ? `_${field.buttonValue}` : ''}`, field.alternativeText);
  return names;
}

const browser = await launch();
const server = await serve(pages[0].root);
const tab = await browser.newPage();
const [session, aside] = [await tab.context().newCDPSession(tab), await tab.context().newCDPSession(tab)];
let total = 0;

// The name of the group that a button stands in.
async function groupName(id) {
  const group = await tab.evaluateHandle((at) => document.getElementById(at).closest('fieldset, [role=radiogroup]'), id);
  if (!group.asElement()) return '';
  await group.evaluate((element) => element.setAttribute('data-group', ''));
  const { root } = await aside.send('DOM.getDocument');
  const { nodeId } = await aside.send('DOM.querySelector', { nodeId: root.nodeId, selector: '[data-group]' });
  const { nodes } = await aside.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: false });
  await group.evaluate((element) => element.removeAttribute('data-group'));
  return (nodes[0].name?.value ?? '').trim().replace(/\s*:$/, '');
}

for (const page of pages) {
  await tab.goto(`${server.origin}/${relative(page.root, page.file)}`);
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'main [id^=m_f_]' });
  const names = await namesOfRecord(page.file.replace(/html$/, 'pdf'));
  for (const nodeId of nodeIds) {
    const { node } = await session.send('DOM.describeNode', { nodeId });
    const { nodes } = await session.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: false });
    const id = node.attributes[node.attributes.indexOf('id') + 1], said = nodes[0].name?.value ?? '';
    if (said !== names.get(id)) report.fault('names', page, `${id}: “${said}” on the page, “${names.get(id)}” in the record`);
    names.delete(id);
    total++;
    if (node.attributes[node.attributes.indexOf('type') + 1] !== 'radio') continue;
    const question = await groupName(id);
    if (!question || !said.startsWith(`${question}: `)) report.fault('names', page, `${id}: “${said}” in a group called “${question}”`);
  }
  for (const [id] of names) report.fault('names', page, `${id} is not on the page`);
}
await browser.close();
await server.close();
report.note('names', `${total} fields`);
process.exit(report.print() > 0 ? 1 : 0);
