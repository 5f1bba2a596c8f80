// save.mjs RECORD SAVED: fills in every open field of a form as pdf.js (Firefox) does and saves what it makes: SAVED.pdf, and
// SAVED.tsv with a line “name TAB value” for each field. What pdf.js warns of is a fault.
import { readFileSync, writeFileSync } from 'node:fs';

const LETTERS = 'ĞÜŞİÖÇ ğüşıöç âîû';
console.log = console.warn = () => {};
const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
const [record, saved] = process.argv.slice(2);
const file = await getDocument({ data: new Uint8Array(readFileSync(record)), verbosity: VerbosityLevel.ERRORS, isEvalSupported: false }).promise;
const values = new Map();

// What is put into the field; undefined: nothing.
function valueOf(field) {
  if (field.readOnly || field.fieldType === 'Sig') return undefined;
  if (field.radioButton) return values.has(field.fieldName) ? undefined : field.buttonValue;
  if (field.checkBox) return field.exportValue;
  if (field.fieldType === 'Ch') return field.options[1].exportValue;
  return (field.maxLen ? LETTERS.slice(0, field.maxLen) : LETTERS).trimEnd();
}

for (let n = 1; n <= file.numPages; n++)
  for (const field of await (await file.getPage(n)).getAnnotations()) {
    const value = field.fieldName ? valueOf(field) : undefined;
    if (value === undefined) continue;
    values.set(field.fieldName, value);
    file.annotationStorage.setValue(field.id, { value: field.radioButton || field.checkBox ? true : value });
  }
writeFileSync(`${saved}.pdf`, await file.saveDocument());
writeFileSync(`${saved}.tsv`, [...values].map(([name, value]) => `${name}\t${value}\n`).sort().join(''));
