// form.mjs DIR SAVED: fills in every form under the folder DIR, a built site, and saves what the page's script makes of
// its record in SAVED: EDITION.pdf, and EDITION.tsv with a line “name TAB value” for each field.
//
//   prefix     the first bytes of the file are the record, and something follows
//   sent       nothing but the record is asked for, no address changes: by typing, by Enter in every field, with and
//              without scripts, by the button
//   kept       nothing is stored on the device, and there is no cookie
//   faults     a letter that the font lacks and text without room are reported at their fields; nothing is saved
//   local      opened from a file, the button says what to do
//   script     without scripts there is no button; the script is at most 12 KB
//   keys       the button is reached by Tab alone, and works with Space
//   fields     every kind of element was filled in
// Needs: chromium (CHROMIUM names another), `npm ci` in this folder.
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Report, deadline, launch, pagesOf, serve, usage } from './common.mjs';

const LETTERS = 'ĞÜŞİÖÇ ğüşıöç âîû';
const MOST = 12 * 1024;

const [folder, saved] = process.argv.slice(2);
if (!saved) usage('form.mjs DIR SAVED');
const report = new Report('form', ['prefix', 'sent', 'kept', 'faults', 'named', 'local', 'script', 'keys', 'fields']);
const pages = pagesOf([folder]).filter((page) => /_\d{8}_\d+\.html$/.test(page.file) && readFileSync(page.file, 'utf8').includes('id="m_fill"'));
if (pages.length === 0) report.fault('fields', { name: folder }, 'no form');

deadline(1200, report.title);
const browser = await launch();
const server = await serve(pages[0].root);
const context = await browser.newContext({ acceptDownloads: true });
const seen = new Set();

// Types into every field that is open. Gives what must be in the file, by the field's name.
async function fillIn(tab) {
  const values = {};
  for (const field of await tab.$$('main [id^=m_f_]:is(input, select, textarea):not(:disabled, [readonly])')) {
    const [name, tag, type, length] = await field.evaluate((element) => [element.name, element.localName, element.type, element.maxLength]);
    seen.add(tag === 'input' ? type : tag);
    if (type === 'radio') {
      await field.check();
      values[name] = await field.getAttribute('value');
    } else if (type === 'checkbox') {
      await field.check();
      values[name] = 'Yes';
    } else if (tag === 'select') {
      values[name] = (await field.selectOption({ index: 2 }))[0];
    } else {
      const text = tag === 'textarea' ? `${LETTERS} (a\\b)\n${'uzun bir açıklama '.repeat(12).trim()}` : LETTERS;
      values[name] = length > 0 ? text.slice(0, length).trimEnd() : text;
      await field.fill(length > 0 ? text.slice(0, length) : text);
    }
  }
  return values;
}

async function pressEnter(tab) {
  for (const field of await tab.$$('main [id^=m_f_]:is(input, select):not(:disabled)')) await field.press('Enter');
  await tab.waitForTimeout(200);
}

async function checkPage(page) {
  const address = `/${relative(page.root, page.file)}`;
  const record = `${address.replace(/html$/, 'pdf')}`;
  const tab = await context.newPage();
  await tab.goto(server.origin + address);
  await tab.waitForFunction(() => !document.getElementById('m_fill').hidden);
  server.log.length = 0;
  const values = await fillIn(tab);
  await pressEnter(tab);
  if (server.log.length > 0 || new URL(tab.url()).pathname !== address) report.fault('sent', page, `${tab.url()} ${server.log}`);
  const [download] = await Promise.all([tab.waitForEvent('download', { timeout: 20000 }), tab.click('#m_fill button')]).catch(async (error) => {
    report.fault('prefix', page, `${error.message.split('\n')[0]}; ${await tab.textContent('#m_fill')}`);
    return [];
  });
  if (String(server.log) !== `GET ${record}`) report.fault('sent', page, `the button asks for ${server.log}`);
  if (download) {
    const name = basename(page.file, '.html');
    copyFileSync(await download.path(), join(saved, `${name}.pdf`));
    if (download.suggestedFilename() !== `${name}-dolu.pdf`) report.fault('prefix', page, `is called ${download.suggestedFilename()}`);
    const [ours, theirs] = [readFileSync(join(dirname(page.file), `${name}.pdf`)), readFileSync(join(saved, `${name}.pdf`))];
    if (theirs.length <= ours.length || !theirs.subarray(0, ours.length).equals(ours)) report.fault('prefix', page, 'does not begin with the record');
    writeFileSync(join(saved, `${name}.tsv`), Object.entries(values).map(([key, value]) => `${key}\t${value.replaceAll('\n', '⏎')}\n`).join(''));
  }
  const kept = await tab.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length].join(''));
  if (kept !== '000') report.fault('kept', page, kept);
  for (const field of await tab.locator('main input[id*=kimlik]').all())
    if ((await field.getAttribute('autocomplete')) !== 'off') report.fault('kept', page, 'an identity number may be kept');
  await tab.close();
}

// What the page says when the button is pressed and nothing may be saved.
async function refusal(tab) {
  let isSaved = false;
  tab.once('download', () => { isSaved = true; });
  await tab.evaluate(() => { document.querySelector('#m_fill [role=status]').textContent = ''; });
  await tab.click('#m_fill button');
  await tab.waitForFunction(() => document.querySelector('#m_fill [role=status]').textContent !== '');
  return [isSaved ? 'a file is saved' : await tab.textContent('#m_fill [role=status]'), await tab.evaluate(() => document.activeElement.id)];
}

async function checkFaults(page) {
  const tab = await context.newPage();
  await tab.goto(`${server.origin}/${relative(page.root, page.file)}`);
  const field = tab.locator('main input[type=text].fill:not([readonly])').first();
  const id = await field.getAttribute('id');
  for (const [text, word] of [['Λ', 'Λ'], ['😀', '😀'], ['uzun '.repeat(60), 'sığmıyor']]) {
    await field.fill(text);
    const [said, focused] = await refusal(tab);
    if (!said.includes(word) || focused !== id) report.fault('faults', page, `“${text.slice(0, 9)}”: ${focused}: ${said}`);
  }
  await tab.goto(String(pathToFileURL(page.file)));
  const [said] = await refusal(tab);
  if (!said.includes('web sitesinde')) report.fault('local', page, said);
  await tab.close();
}

// What the page says after the file is saved.
async function remark(tab) {
  await tab.evaluate(() => { document.querySelector('#m_fill [role=status]').textContent = ''; });
  await Promise.all([tab.waitForEvent('download', { timeout: 20000 }), tab.click('#m_fill button')]);
  await tab.waitForFunction(() => document.querySelector('#m_fill [role=status]').textContent !== '');
  return tab.textContent('#m_fill [role=status]');
}

// Required fields that hold spaces alone and days that no calendar has are named, until they are right.
async function checkNamed(page) {
  const tab = await context.newPage();
  await tab.goto(`${server.origin}/${relative(page.root, page.file)}`);
  await tab.waitForFunction(() => !document.getElementById('m_fill').hidden);
  const open = ':is([type=text], [type=checkbox], [type=radio]):not(:disabled, [readonly])';
  for (const field of await tab.locator(`main input[type=text]:not([readonly])`).all())
    await field.fill((await field.getAttribute('pattern')) ? '5.13.2026' : '  ');
  const said = await remark(tab);
  const labels = await tab.evaluate((chosen) => [...document.querySelectorAll(`main input${chosen}:is([required], [pattern])`)]
    .filter((el) => el.type !== 'radio').map((el) => el.getAttribute('aria-label') || el.labels[0].textContent), open);
  for (const label of labels)
    if (!said.includes(label)) report.fault('named', page, `“${label}” is not in: ${said}`);
  for (const field of await tab.locator(`main input${open}`).all()) {
    if ((await field.getAttribute('type')) !== 'text') await field.check();
    else await field.fill((await field.getAttribute('pattern')) ? '05.01.2026' : 'Ali');
  }
  const then = await remark(tab);
  if (labels.length < 2 || labels.some((label) => then.includes(label))) report.fault('named', page, `${labels.length} fields; ${then}`);
  await tab.close();
}

async function checkKeys(page) {
  const tab = await context.newPage();
  await tab.goto(`${server.origin}/${relative(page.root, page.file)}`);
  const download = tab.waitForEvent('download', { timeout: 20000 });
  const isThere = () => tab.evaluate(() => document.activeElement.matches('#m_fill button'));
  for (let i = 0; i < 200 && !(await isThere()); i++) await tab.keyboard.press('Tab');
  await tab.keyboard.press('Space');
  await download.catch(() => report.fault('keys', page, 'no file by Tab and Space'));
  await tab.close();
}

async function checkUnscripted(page) {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const tab = await plain.newPage();
  const address = `${server.origin}/${relative(page.root, page.file)}`;
  await tab.goto(address);
  server.log.length = 0;
  if (await tab.locator('#m_fill').isVisible()) report.fault('script', page, 'a button that does nothing');
  await fillIn(tab);
  await pressEnter(tab);
  if (server.log.length > 0 || tab.url() !== address) report.fault('sent', page, `without scripts: ${tab.url()} ${server.log}`);
  await plain.close();
}

for (const page of pages) {
  await checkPage(page);
  await checkUnscripted(page);
}
await checkFaults(pages[0]);
await checkKeys(pages[0]);
const strict = pages.find((page) => /<input[^>]*pattern=.*<input[^>]*required/s.test(readFileSync(page.file, 'utf8')));
await checkNamed(strict);
for (const kind of ['text', 'tel', 'email', 'radio', 'checkbox', 'select', 'textarea'])
  if (!seen.has(kind)) report.fault('fields', { name: folder }, `no ${kind}`);
const size = statSync(join(pages[0].root, 'form.js')).size;
if (size > MOST) report.fault('script', { name: 'form.js' }, `${size} bytes`);
await browser.close();
await server.close();
report.note('fields', `${pages.length} forms`);
process.exit(report.print() > 0 ? 1 : 0);
