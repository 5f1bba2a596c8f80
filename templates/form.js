// form.js: puts what is typed on the page into the record beside it, as an update behind its bytes, and hands out the
// file. It reads our records (src/pdf/object.h): one stream of cross references whose rows have predictor Up.
'use strict';

const box = document.getElementById('m_fill');
const button = box.querySelector('button'), said = box.querySelector('[role=status]'), texts = said.dataset;

const fault = (text, element = button, ...values) =>
  Object.assign(Error(values.reduce((all, value, i) => all.replace(`{${i + 1}}`, () => value), text)), { element });

// --- The page: its open fields by name, each a list of elements; radio buttons share a name.

const labelOf = (el) => el.getAttribute('aria-label') || el.labels[0].textContent;

function openFields() {
  const fields = new Map();
  for (const el of document.querySelectorAll('main [id^=m_f_]:is(input, select, textarea)'))
    if (!el.disabled && !el.readOnly) fields.set(el.name, [...(fields.get(el.name) || []), el]);
  return fields;
}

// The labels of those that are required and empty, or wrong; of radio buttons the group's.
function missing() {
  const empty = [...openFields().values()].filter(([el]) => !el.validity.valid || (el.required && !el.value.trim()));
  return empty.map(([el]) => (el.type === 'radio' ? labelOf(el).replace(/: [^:]*$/, '') : labelOf(el))).join(', ');
}

// --- The record. A dictionary is a Map of its entries as they are written.

const TOKEN = /\s*(\d+ \d+ R\b|<<|>>|[[\]]|\((?:[^()\\]|\\[^])*\)|<[\dA-Fa-f]*>|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+)/y;
const numbersOf = (text) => (text.match(/-?[\d.]+/g) || []).map(Number);
const refsOf = (text) => (text.match(/\d+(?= 0 R)/g) || []).map(Number);
const dictText = (dict) => `<<${[...dict].map(([key, value]) => `/${key} ${value}`).join('')}>>`;

function stringOf(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

// The dictionary at that place; TOKEN.lastIndex is its end.
function readDict(text, at = 0) {
  const dict = new Map();
  let depth = 0, key, from;
  for (TOKEN.lastIndex = at; ; ) {
    const [, token] = TOKEN.exec(text);
    if (depth === 1 && !key && token[0] === '/') {
      key = token.slice(1);
      from = TOKEN.lastIndex;
      continue;
    }
    if (token === '<<' || token === '[') depth++;
    if (token === '>>' || token === ']') depth--;
    if (depth === 0) return dict;
    if (depth > 1 || !key) continue;
    dict.set(key, text.slice(from, TOKEN.lastIndex).trim());
    key = '';
  }
}

// The object at that place: its dictionary, and the bytes of its stream.
async function readAt(bytes, at) {
  const text = stringOf(bytes.subarray(at, at + 65536));
  const dict = readDict(text, /^\d+ 0 obj\s*/.exec(text)[0].length);
  const end = TOKEN.lastIndex;
  if (!dict.has('Length')) return [dict];
  const from = at + end + /^\s*stream\r?\n/.exec(text.slice(end))[0].length;
  const data = bytes.subarray(from, from + +dict.get('Length'));
  if (!dict.has('Filter')) return [dict, data];
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate'));
  return [dict, new Uint8Array(await new Response(stream).arrayBuffer())];
}

// The rows of the cross references: type, place, index.
function readRows(widths, data) {
  const length = widths[0] + widths[1] + widths[2], row = new Uint8Array(length), rows = [];
  for (let at = 0; at + length < data.length; at += length + 1) {
    if (data[at] !== 2) throw Error('predictor');
    let i = 0;
    rows.push(widths.map((width) => {
      let value = 0;
      for (const end = i + width; i < end; i++) value = value * 256 + (row[i] += data[at + 1 + i]) % 256;
      return value;
    }));
  }
  return rows;
}

async function openRecord(bytes) {
  const start = +/startxref\s+(\d+)\s+%%EOF\s*$/.exec(stringOf(bytes.subarray(-64)))[1];
  const [trailer, data] = await readAt(bytes, start);
  const rows = readRows(numbersOf(trailer.get('W')), data), packs = new Map();
  const object = async (n) => {
    const [type, where, index] = rows[n];
    if (type === 1) return (await readAt(bytes, where))[0];
    if (!packs.has(where)) packs.set(where, await readAt(bytes, rows[where][1]));
    const [dict, pack] = packs.get(where), first = +dict.get('First'), text = stringOf(pack);
    return readDict(text, first + numbersOf(text.slice(0, first))[2 * index + 1]);
  };
  return { bytes, start, trailer, object };
}

// --- Text in the font of the fields: strings of its codes, which are those of the code page 1254.

const CODES = new Map();
for (let code = 32; code < 256; code++)
  CODES.set(new TextDecoder(`windows-125${code < 160 ? 2 : 4}`).decode(new Uint8Array([code])), String.fromCharCode(code));

const SMALLEST = 7, STEP = 0.25, MARGIN = 2, LEADING = 1.2; // [pt]; the last in parts of the size
const hexOf = (text, digits = 2) => `<${text.replace(/[^]/g, (c) => c.charCodeAt(0).toString(16).padStart(digits, '0'))}>`;

async function fontOf({ object }, form) {
  const [, name, n] = /\/Font\s*<<\s*\/(\S+)\s+(\d+) 0 R/.exec(form.get('DR'));
  const dict = await object(n), descriptor = await object(refsOf(dict.get('FontDescriptor'))[0]);
  const first = +dict.get('FirstChar'), widths = numbersOf(dict.get('Widths'));
  const width = (text) => [...text].reduce((sum, c) => sum + widths[c.charCodeAt(0) - first] / 1000, 0);
  const [ascent, descent] = ['Ascent', 'Descent'].map((key) => descriptor.get(key) / 1000);
  return { name, n, width, ascent, descent };
}

const encode = (font, line, el) => Array.from(line, (letter) => {
  const code = CODES.get(letter) || '\0';
  if (!(font.width(code) > 0)) throw fault(texts.letter, el, labelOf(el), letter);
  return code;
}).join('');

// Lines of at most that width, in parts of the size; a longer word is cut.
function wrap(font, text, width) {
  const lines = [];
  for (let rest of text.split('\n'))
    do {
      let end = rest.length;
      while (end > 1 && font.width(rest.slice(0, end)) > width) end--;
      if (end < rest.length && rest.lastIndexOf(' ', end) > 0) end = rest.lastIndexOf(' ', end);
      lines.push(rest.slice(0, end));
      rest = rest.slice(end).replace(/^ /, '');
    } while (rest);
  return lines;
}

// Operators that show the text in the field; its size shrinks until there is room.
function show(font, text, { width, height, size, isLong, comb }, el) {
  const at = (x, y, line) => `1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm ${hexOf(line)} Tj\n`;
  const head = () => `/${font.name} ${size} Tf\n`;
  const middle = () => (height - (font.ascent + font.descent) * size) / 2;
  const place = (c, i) => at(((i + 0.5) * width) / comb - (font.width(c) * size) / 2, middle(), c);
  if (comb) return head() + [...text].map(place).join('');
  for (; size >= SMALLEST; size -= STEP) {
    const room = (width - 2 * MARGIN) / size, lines = isLong ? wrap(font, text, room) : [text];
    if (lines.some((line) => font.width(line) > room) || lines.length * LEADING * size > height - 2 * MARGIN) continue;
    const top = isLong ? height - MARGIN - size : middle();
    return head() + lines.map((line, i) => at(MARGIN, top - i * LEADING * size, line)).join('');
  }
  throw fault(texts.room, el, labelOf(el));
}

function appearance(font, value, field, el) {
  const text = value.split('\n').map((line) => encode(font, line, el)).join('\n');
  const content = `/Tx BMC\nq\nBT\n0 g\n${show(font, text, field, el)}ET\nQ\nEMC`;
  return `<</Type/XObject/Subtype/Form/BBox[0 0 ${field.width} ${field.height}]/Resources<</Font<</${font.name} ` +
    `${font.n} 0 R>>>>/Length ${content.length}>>stream\n${content}\nendstream`;
}

const textString = (text) => hexOf(`\ufeff${text}`, 4);

// --- The update: objects by number (n), each as it is written.

const MULTILINE = 1 << 12, COMB = 1 << 24;

function setText(out, n, dict, el) {
  const value = el.value.normalize('NFC').replace(/\t/g, ' ').trimEnd();
  if (value === '') return;
  const [left, bottom, right, top] = numbersOf(dict.get('Rect')), flags = dict.get('Ff') || 0;
  const field = { width: +(right - left).toFixed(2), height: +(top - bottom).toFixed(2), isLong: flags & MULTILINE,
    comb: flags & COMB && dict.get('MaxLen'), size: +/([\d.]+) Tf/.exec(dict.get('DA'))[1] };
  out.objects.set(out.size, appearance(out.font, value, field, el));
  dict.set('V', textString(value)).set('AP', `<</N ${out.size++} 0 R>>`);
  out.objects.set(n, dictText(dict));
}

// The state of a box or button is the name of its appearance that is on, or Off.
function setState(out, n, dict, isChosen) {
  const [, on] = /\/(?!Off\b)([^/\s]+) \d+ 0 R/.exec(dict.get('AP')), state = isChosen(on) ? `/${on}` : '/Off';
  if (dict.get('AS') === state) return;
  if (dict.has('V')) dict.set('V', state);
  out.objects.set(n, dictText(dict.set('AS', state)));
}

async function setRadio(out, n, dict, els) {
  const chosen = els.find((el) => el.checked), value = chosen ? `/${chosen.value}` : '/Off';
  for (const kid of refsOf(dict.get('Kids'))) setState(out, kid, await out.object(kid), (on) => `/${on}` === value);
  if (dict.get('V') !== value) out.objects.set(n, dictText(dict.set('V', value)));
}

function updateBytes({ bytes, start, trailer, objects, size }) {
  const rows = [], index = [];
  let text = bytes[bytes.length - 1] === 10 ? '' : '\n', at;
  const begin = (n) => {
    at = bytes.length + text.length;
    rows.push(1, at >>> 24, at >>> 16, at >>> 8, at, 0);
    index.push(`${n} 1`);
    text += `${n} 0 obj\n`;
  };
  for (const n of [...objects.keys()].sort((a, b) => a - b)) {
    begin(n);
    text += `${objects.get(n)}\nendobj\n`;
  }
  begin(size);
  const id = /<[^>]*>/.exec(trailer.get('ID'))[0] + hexOf(stringOf(crypto.getRandomValues(new Uint8Array(16))));
  text += `<</Type/XRef/Size ${size + 1}/Root ${trailer.get('Root')}/Info ${trailer.get('Info')}/ID[${id}]/Prev ${start}` +
    `/W[1 4 1]/Index[${index.join(' ')}]/Length ${rows.length}>>stream\n${stringOf(Uint8Array.from(rows))}\nendstream\n` +
    `endobj\nstartxref\n${at}\n%%EOF\n`;
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

async function fill(bytes) {
  const record = await openRecord(bytes), { trailer, object } = record, fields = openFields();
  const form = await object(refsOf((await object(refsOf(trailer.get('Root'))[0])).get('AcroForm'))[0]);
  const out = { ...record, font: await fontOf(record, form), objects: new Map(), size: +trailer.get('Size') };
  for (const n of refsOf(form.get('Fields'))) {
    const dict = await object(n), name = dict.get('T').slice(1, -1), field = fields.get(name);
    if (!fields.delete(name)) continue;
    if (field[0].type === 'radio') await setRadio(out, n, dict, field);
    else if (field[0].type === 'checkbox') setState(out, n, dict, () => field[0].checked);
    else setText(out, n, dict, field[0]);
  }
  if (fields.size > 0) throw Error('another page');
  return out.objects.size > 0 ? [bytes, updateBytes(out)] : [bytes];
}

async function save() {
  if (location.protocol === 'file:') throw fault(texts.local);
  const response = await fetch(box.dataset.record), link = document.createElement('a');
  if (!response.ok) throw Error(response.status);
  const parts = await fill(new Uint8Array(await response.arrayBuffer()));
  link.href = URL.createObjectURL(new Blob(parts, { type: 'application/pdf' }));
  link.download = box.dataset.record.replace(/^.*\//, '').replace(/\.pdf$/, `${texts.suffix}.pdf`);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  const empty = missing(), done = texts.done.replace('{1}', link.download);
  return empty ? `${done} ${texts.empty.replace('{1}', () => empty)}` : done;
}

// Text chooses its button.
document.addEventListener('input', ({ target }) => {
  const radio = target.closest('li')?.querySelector('[type=radio]:enabled');
  if (radio && radio.name !== target.name && target.value) radio.checked = true;
});

button.addEventListener('click', async () => {
  said.textContent = '';
  said.textContent = await save().catch((error) => {
    const told = error.element ? error : fault(texts.broken);
    told.element.focus();
    return told.message;
  });
});
box.hidden = false;
