// shots.mjs LANGUAGE COLLECTION OUT [--words]: takes the pictures of the guide, of the collection that walk.py has made.
// OUT gets NAME.png, and NAME.txt with the words that the picture's page shows: bytes of pictures differ between
// versions of a browser, words do not. MATBU names the program.
// Needs: chromium (CHROMIUM names another), poppler-utils, the modules of tests/web.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { deadline, launch } from '../../tests/web/common.mjs';

const [language, folder, out, only] = process.argv.slice(2);
const pictures = only !== '--words';
const { MATBU } = process.env;
deadline(60, 'shots');

// What the two guides call the same things.
const names = {
  tr: { form: 'frm/pdb/izin/izin-formu', first: '_20250106_0', second: '_20250310_1', audit: 'denetim', filled: 'gidecek',
    values: { 'adi-soyadi': 'Ayşe Yılmaz', 'sicil-no': '10412', 'iznin-ilk-gunu': '17.03.2025' }, choice: 'Yıllık', draft: 'TASLAK' },
  en: { form: 'frm/sd/leave/leave-form', first: '_20250106_0', second: '_20250310_1', audit: 'audit', filled: 'to-send',
    values: { 'full-name': 'Alice Brown', 'staff-no': '10412', 'first-day-of-leave': '17.03.2025' }, choice: 'Annual', draft: 'DRAFT' },
}[language];
const page = (path) => pathToFileURL(`${folder}/out/${path}`).href;

// Words without what differs between machines: sizes of records, addresses, digests.
const neutral = (text) => text.replaceAll(folder, '').replace(/\d+ KB/g, 'N KB').replace(/\b[0-9a-f]{64}\b/g, 'DIGEST')
  .replace(/:\d+\/[0-9a-f]{32}\//g, ':PORT/TOKEN/').replace(/[ \t]+/g, ' ').replace(/\s*\n\s*/g, '\n').trim();
const note = (name, text) => writeFileSync(`${out}/${name}.txt`, `${neutral(text)}\n`);

const browser = await launch();
const context = await browser.newContext({ deviceScaleFactor: 1, reducedMotion: 'reduce', locale: language });
const tab = await context.newPage();

const size = (width, height) => tab.setViewportSize({ width, height });
// The words of the page, or of an element; the picture of the page's upper part, or of what stands from the top of one
// element to the bottom of another.
const shoot = async (name, first, last) => {
  note(name, await (last ? tab.locator('main') : tab.locator('body')).innerText());
  const path = `${out}/${name}.png`;
  if (!pictures) return;
  if (!first) return tab.screenshot({ path });
  const [from, to] = [await tab.locator(first).first().boundingBox(), await tab.locator(last).first().boundingBox()];
  const y = Math.max(from.y - 12, 0);
  return tab.screenshot({ path, fullPage: true, clip: { x: 0, y, width: tab.viewportSize().width, height: to.y + to.height + 16 - y } });
};
const open = async (url, name, width, height) => {
  await size(width, height);
  await tab.goto(url);
  await shoot(name);
};

await open(page(`${names.form}.html`), 'sayfa', 1180, 860);
await open(page('index.html'), 'dizin', 1180, 980);
await open(page(`${names.form}${names.second}.degisiklik.html`), 'degisti', 960, 1160);
await open(page(`${names.form}${names.first}.html`), 'eski', 960, 520);
await open(pathToFileURL(`${folder}/../${names.audit}/index.html`).href, 'denetim', 960, 860);

await size(700, 1700);	// Nothing is scrolled.
await tab.goto(page(`${names.form}.html`));
await shoot('imza', '.signature', '.signature');
for (const [id, value] of Object.entries(names.values)) await tab.fill(`#m_f_${id}`, value);
await tab.getByLabel(names.choice).check();
await tab.evaluate(() => document.activeElement.blur());
await shoot('form', 'article p:has(input)', '#m_fill');

await tab.goto(page('verify.html'));
await tab.setInputFiles('#m_files', [`${folder}/out/${names.form}${names.first}.pdf`]);
await tab.waitForFunction((stamp) => document.body.innerText.includes(stamp), names.form + names.first);
await shoot('dogrula', '#m_found', '#m_verdicts');

if (pictures) execFileSync('pdftoppm', ['-r', '110', '-png', '-singlefile', `${folder}/out/${names.form}.pdf`, `${out}/nusha`]);
note('nusha', execFileSync('pdftotext', [`${folder}/out/${names.form}.pdf`, '-'], { encoding: 'utf8' }));

// The preview of the newest text, and of the same with a fault.
const text = readFileSync(`${folder}/content/${names.form}${names.second}.md`, 'utf8');
const draft = `${folder}/content/${names.form}_20251222_2.md`;
writeFileSync(draft, text);
const preview = spawn(MATBU, ['serve'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LC_ALL: language } });
process.on('exit', () => { preview.kill(); rmSync(draft, { force: true }); });
const address = await new Promise((resolve) => createInterface(preview.stdout).once('line', resolve));
await tab.setViewportSize({ width: 1280, height: 760 });
await tab.goto(`${address}#${names.form}_20251222_2.html`);

const shown = async (words) => {
  for (const end = Date.now() + 20000; Date.now() < end; await tab.waitForTimeout(100)) {
    const frame = await (await tab.waitForSelector('#page iframe.shown')).contentFrame();
    // It is exchanged for the next one meanwhile.
    const said = await frame?.evaluate(() => document.body.innerText).catch(() => '');
    const around = await tab.locator('body').innerText();
    if ((said + around).includes(words)) return `${around}\n${said}`;
  }
  throw new Error(`the preview does not show “${words}”`);
};
const take = async (name, words) => {
  await tab.waitForSelector('#record iframe.shown');
  note(name, await shown(words));
  if (!pictures) return;
  await tab.waitForTimeout(3000);	// The viewer does not say when it has painted the record.
  await tab.screenshot({ path: `${out}/${name}.png` });
};
await take('ekran', names.draft);
writeFileSync(draft, text.replace(': [ ____ 5 ]', ': ..........'));
await take('hata', '[field-bare]');
await browser.close();
process.exit(0);
