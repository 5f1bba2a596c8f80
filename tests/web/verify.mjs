// verify.mjs SITE RECORDS: gives files to verify.html of the built site and reads its verdicts. RECORDS is a folder with
// the records of the site, at the paths of their editions.
//
//   verdicts   a record, one with something appended, altered ones, foreign ones, several at once; by http and from a file
//   prefixes   the digests of all beginnings, against those of node, over random files
//   shards     registers of three sizes: a reader loads only the files that the digests name
//   broken     without the list of records the page says so
//   sent       no request but for the files below verify/; nothing is stored
//   keys       the field is reached by Tab; the count of verdicts is announced
//   script     without scripts the page says what to do
// Needs: chromium (CHROMIUM names another), `npm ci` in this folder.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Report, deadline, launch, serve, usage } from './common.mjs';

const [site, records] = process.argv.slice(2);
if (!records) usage('verify.mjs SITE RECORDS');
const report = new Report('verify', ['verdicts', 'prefixes', 'shards', 'broken', 'sent', 'keys', 'script']);
deadline(600, report.title);

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
const paths = readdirSync(records, { recursive: true }).filter((path) => path.endsWith('.pdf'));
const editions = paths.map((path) => ({ edition: path.slice(0, -4), bytes: readFileSync(join(records, path)) }));
const scratch = mkdtempSync(join(tmpdir(), 'matbu-verify-'));
const browser = await launch();
const server = await serve(site);
const context = await browser.newContext();

const filed = (name, bytes) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) });

// The verdicts of the page at the address: [kind, the edition it names] for each file.
async function judge(tab, address, files) {
  await tab.goto(address);
  await tab.setInputFiles('#m_files', files);
  await tab.waitForFunction((n) => document.getElementById('m_found').textContent.endsWith(`: ${n}`), files.length);
  return tab.$$eval('#m_verdicts > li', (items) => items.map((item) =>
    [item.className.replace('verdict-', ''), item.querySelector('a')?.textContent ?? '']));
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
function expect(check, name, found, wanted) {
  if (!same(found, wanted)) report.fault(check, { name }, `${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

function changed(bytes, at) {
  const copy = Buffer.from(bytes);
  copy[at] ^= 1;
  return copy;
}

// --- Files of the site

const [{ edition, bytes }] = editions;
const own = basename(edition) + '.pdf';
const unnamed = Buffer.from(bytes.toString('latin1').replaceAll('<dc:identifier>', '<dc:identifies>'), 'latin1');
const cases = [
  ...editions.map((e) => [filed('indirilen (1).pdf', e.bytes), ['intact', e.edition]]),
  [filed('a.pdf', Buffer.concat([bytes, Buffer.from('%eklenen\n')])), ['appended', edition]],
  [filed('a.pdf', Buffer.concat([bytes, bytes])), ['appended', edition]],
  [filed('a.pdf', changed(bytes, bytes.length >> 1)), ['altered', edition]],
  [filed('a.pdf', bytes.subarray(0, bytes.length - 1)), ['altered', edition]],
  [filed(own, changed(unnamed, 900)), ['altered', edition]],
  [filed(own.replace('.pdf', '.PDF'), changed(unnamed, 900)), ['altered', edition]],
  [filed('ĞÜŞ.pdf', changed(unnamed, 900)), ['unknown', '']],
  [filed('constructor.pdf', '%PDF-1.7\n%%EOF\n'), ['unknown', '']],
  [filed('bos.pdf', ''), ['not-pdf', '']],
  [filed('metin.pdf', 'metin'), ['not-pdf', '']],
];
const tab = await context.newPage();
const asked = [];
tab.on('request', (request) => asked.push(request.url()));
for (const address of [`${server.origin}/verify.html`, pathToFileURL(join(site, 'verify.html')).href]) {
  const found = await judge(tab, address, cases.map(([file]) => file));
  cases.forEach(([file, wanted], i) => expect('verdicts', `${file.name} ${i}`, found[i], wanted));
}
for (const path of await tab.$$eval('#m_verdicts a', (links) => links.map((link) => link.href)))
  if (!path.startsWith('file:')) report.fault('verdicts', { name: path }, 'leads elsewhere');
for (const url of asked)
  if (!/\/(verify\.html|verify\.js|matbu\.css|print\.css|[^/]*\.svg|[^/]*\.png|verify\/r[0-9a-f]*\.js|favicon\.ico)$/.test(url))
    report.fault('sent', { name: url }, 'is asked for');
if (asked.length === 0) report.fault('sent', { name: 'requests' }, 'none were seen');
await tab.goto(`${server.origin}/verify.html`);
if ((await tab.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)) !== 0)
  report.fault('sent', { name: 'storage' }, 'is used');

// --- Beginnings of random files, and registers of other sizes

let seed = 20190115;
const random = (n) => (seed = (seed * 48271) % 0x7fffffff) % n;

// The ends as src/register/record_prefix.c describes them.
function endsOf(text) {
  const ends = [];
  let at = 0;
  for (let i = 0; i < 64; i++) {
    const next = text.indexOf('%%EOF', at);
    if (next < 0) break;
    ends.push((at = next + 5));
    if (text[at] === '\r') ends.push(++at);
    if (text[at] === '\n') ends.push(++at);
  }
  return [...new Set([...ends, text.length])];
}

function randomFile() {
  let text = '%PDF-1.7\n';
  for (let parts = random(90); parts > 0; parts--)
    text += 'x'.repeat(random(200)) + ['%%EOF', '%%EOF\n', '%%EOF\r\n', '%%EOF\r', '%%EO'][random(5)];
  return text;
}

function copyOf(digits, rows) {
  const folder = join(scratch, `site-${digits}`);
  cpSync(site, folder, { recursive: true });
  rmSync(join(folder, 'verify'), { recursive: true });
  mkdirSync(join(folder, 'verify'));
  const page = readFileSync(join(folder, 'verify.html'), 'utf8');
  writeFileSync(join(folder, 'verify.html'), page.replace('data-digits="0"', `data-digits="${digits}"`));
  for (let i = 0; i < 16 ** digits; i++) {
    const name = digits === 0 ? '' : i.toString(16).padStart(digits, '0');
    const mine = rows.filter(([key]) => key.startsWith(name));
    writeFileSync(join(folder, 'verify', `r${name}.js`), `matbuVerify(${JSON.stringify(name)},${JSON.stringify(mine)});\n`);
  }
  return folder;
}

for (const digits of [0, 1, 2]) {
  const files = [], rows = [], wanted = [];
  for (let i = 0; i < 60; i++) {
    const text = randomFile(), ends = endsOf(text), end = ends[random(ends.length)];
    files.push(filed(`${i}.pdf`, Buffer.from(text, 'latin1')));
    rows.push([digest(Buffer.from(text.slice(0, end), 'latin1')), `frm/a/b/c_20250101_${i}`, 'Yürürlükte', '']);
  }
  for (const file of files) {
    const text = file.buffer.toString('latin1');
    const ends = endsOf(text).filter((end) => rows.some(([key]) => key === digest(file.buffer.subarray(0, end))));
    const key = digest(file.buffer.subarray(0, ends[ends.length - 1]));
    wanted.push([ends[ends.length - 1] === text.length ? 'intact' : 'appended', rows.find((row) => row[0] === key)[1]]);
  }
  const folder = copyOf(digits, rows);
  asked.length = 0;
  const found = await judge(tab, pathToFileURL(join(folder, 'verify.html')).href, files);
  found.forEach((verdict, i) => expect('prefixes', `digits ${digits}, file ${i}`, verdict, wanted[i]));
  const loaded = asked.filter((url) => url.includes('/verify/r')).map((url) => basename(url));
  if (loaded.length !== new Set(loaded).size || loaded.some((name) => name.length !== 'r.js'.length + digits) || loaded.length === 0)
    report.fault('shards', { name: `digits ${digits}` }, loaded.join(' '));
  asked.length = 0;
  await judge(tab, pathToFileURL(join(folder, 'verify.html')).href, [filed('x.pdf', '%PDF-1.7\n%%EOF\n')]);
  const few = asked.filter((url) => url.includes('/verify/r')).length;
  if (few > 4) report.fault('shards', { name: `digits ${digits}` }, `${few} files for one record`);
}

const empty = copyOf(0, []);
rmSync(join(empty, 'verify'), { recursive: true });
expect('broken', 'list', await judge(tab, pathToFileURL(join(empty, 'verify.html')).href, [filed(own, bytes)]), [['broken', '']]);

// --- Keyboard, and no script

await tab.goto(`${server.origin}/verify.html`);
let reached = false;
for (let i = 0; i < 20 && !reached; i++) {
  await tab.keyboard.press('Tab');
  reached = await tab.evaluate(() => document.activeElement.id === 'm_files');
}
if (!reached) report.fault('keys', { name: 'm_files' }, 'is not reached by Tab');
if ((await tab.getAttribute('#m_found', 'role')) !== 'status') report.fault('keys', { name: 'm_found' }, 'is not announced');

const plain = await browser.newContext({ javaScriptEnabled: false });
const still = await plain.newPage();
await still.goto(`${server.origin}/verify.html`);
if (!(await still.isVisible('noscript p')) && !(await still.locator('text=sha256sum').count()))
  report.fault('script', { name: 'noscript' }, 'says nothing');
if (await still.isVisible('#m_files')) report.fault('script', { name: 'm_files' }, 'is shown without a script');

rmSync(scratch, { recursive: true });
await browser.close();
await server.close();
process.exit(report.print() ? 1 : 0);
