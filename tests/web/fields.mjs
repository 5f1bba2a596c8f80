// fields.mjs FILE: the fields of a form as pdf.js (Firefox) reads them, a line “name TAB value” for each that has one,
// sorted; ⏎ stands for the end of a line.
import { readFileSync } from 'node:fs';

console.log = console.warn = () => {};
const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
const file = await getDocument({ data: new Uint8Array(readFileSync(process.argv[2])), verbosity: VerbosityLevel.ERRORS, isEvalSupported: false }).promise;
const fields = new Map();

for (let n = 1; n <= file.numPages; n++)
  for (const { fieldName, fieldValue } of await (await file.getPage(n)).getAnnotations())
    if (fieldName && fieldValue && fieldValue !== 'Off' && String(fieldValue) !== '') fields.set(fieldName, [fieldValue].flat().join());
process.stdout.write([...fields].map(([name, value]) => `${name}\t${value.replace(/\r\n?|\n/g, '⏎')}\n`).sort().join(''));
