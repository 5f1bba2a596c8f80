// page.mjs SITE CONTROLLED: the search as a reader uses it, from a folder: typed on the front page, with a mistyped letter, by
// keyboard alone; without a script. The filter of lists.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from '../web/common.mjs';

const site = pathToFileURL(resolve(process.argv[2]));
const controlled = pathToFileURL(resolve(process.argv[3]));
const browser = await launch();

async function check(name, context, reader) {
  try {
    const page = await (await browser.newContext(context)).newPage();
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const wrong = await reader(page);
    if (wrong || faults.length) console.log(`FAIL ${name}: ${wrong} ${faults}`);
    else console.log(`ok ${name}`);
    await page.context().close();
  } catch (error) {
    console.log(`FAIL ${name}: ${error.message.split('\n')[0]}`);
  }
}

const found = (page) => page.locator('#m_results a').first().getAttribute('href', { timeout: 5000 });

await check('page-front', {}, async (page) => {
  await page.goto(`${site}/index.html`);
  await page.fill('#m_q', 'parlamı unuttum');
  await page.keyboard.press('Enter');
  const href = await found(page);
  const said = await page.textContent('#m_found');
  return href === 'klv/bim/hesap/parola.html' && page.url().includes('ara.html?q=') && /[0-9]/.test(said) ? '' : `${href} ${said}`;
});
await check('page-keyboard', { viewport: { width: 390, height: 800 } }, async (page) => {
  await page.goto(`${site}/ara.html?q=FR-012`);
  await found(page);
  for (let i = 0; i < 9 && !(await page.evaluate(() => document.activeElement.closest('#m_results'))); i++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/ogrenci-belgesi\.html$/, { timeout: 5000 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  return wide ? 'wider than the screen' : '';
});
await check('page-sentence', {}, async (page) => {
  await page.goto(`${site}/ara.html?q=IŞIKLI yol`);
  const sentence = page.locator('#m_results .summary').filter({ has: page.locator('mark') }).first();
  const text = await sentence.textContent({ timeout: 5000 });
  const marks = await sentence.locator('mark').allTextContents();
  return text.includes('asansör') && marks.join() === 'ışıklı,yol' ? '' : `${text} ${marks}`;
});
await check('page-old', {}, async (page) => {
  await page.goto(`${site}/ara.html?q=kanarya`);
  await page.waitForFunction(() => document.getElementById('m_found').textContent !== '', null, { timeout: 5000 });
  const before = await page.locator('#m_results a').count();
  await page.getByRole('checkbox').check();
  const href = await found(page), label = await page.textContent('#m_results .mark');
  return before === 0 && href === 'klv/bim/hesap/parola_20230101_0.html' && label === 'Eski sürüm' ? '' : `${before} ${href} ${label}`;
});
await check('page-label', {}, async (page) => {
  await page.goto(`${controlled}/ara.html?q=ders kayıt&eski=1`);
  await found(page);
  const items = await page.locator('#m_results li').evaluateAll((all) => all.map((item) =>
    `${item.querySelector('a').getAttribute('href')} ${item.querySelector('.mark')?.textContent}`));
  const want = ['prd/oidb/kayit/ders-kayit.html İptal', 'prd/oidb/kayit/ders-kayit_20230901_0.html Eski sürüm'];
  return items.length >= 2 && want.every((line) => items.includes(line)) ? '' : items.join('; ');
});
await check('page-none', {}, async (page) => {
  await page.goto(`${site}/ara.html?q=qqqqqq`);
  await page.waitForFunction(() => document.getElementById('m_found').textContent !== '', null, { timeout: 5000 });
  const said = await page.textContent('#m_found');
  return said === (await page.getAttribute('#m_found', 'data-none')) ? '' : said;
});
const rows = (page) => page.locator('.works tbody tr:visible');
await check('page-filter', { viewport: { width: 390, height: 800 } }, async (page) => {
  await page.goto(`${site}/index.html`);
  const said = async () => `${await rows(page).count()} ${await page.textContent('#m_filter .found')}`, heard = [await said()];
  await page.getByLabel('Listeyi süzün').pressSequentially('IŞIK ölçer');
  heard.push(await said());
  await page.fill('#m_filter_text', 'istek');
  heard.push(await said());
  await page.getByLabel('Birim', { exact: true }).selectOption('OIDB');
  heard.push(await said());
  await page.getByLabel('Konu', { exact: true }).selectOption('YAZISMA');
  heard.push(await said());
  const want = ['28 ', '1 Gösterilen doküman: 1 / 28', '4 Gösterilen doküman: 4 / 28', '2 Gösterilen doküman: 2 / 28',
    `0 ${await page.getAttribute('#m_filter .found', 'data-none')}`];
  return heard.join('|') === want.join('|') && !(await page.getByLabel('Durum', { exact: true }).isVisible()) ? '' : heard.join('|');
});
await check('page-filter-unit', {}, async (page) => {
  await page.goto(`${site}/birim/bim.html`);
  await page.getByLabel('Tür', { exact: true }).selectOption('FRM');
  const all = await rows(page).evaluateAll((list) => list.map((row) => row.querySelector('a').getAttribute('href')));
  return all.length === 2 && all.every((href) => href.startsWith('../frm/bim/')) ? '' : all.join();
});
await check('page-filter-few', {}, async (page) => {
  await page.goto(`${controlled}/index.html`);
  return (await rows(page).count()) === 3 && !(await page.isVisible('#m_filter')) ? '' : 'shown';
});
await check('page-filter-no-script', { javaScriptEnabled: false }, async (page) => {
  await page.goto(`${site}/index.html`);
  return (await rows(page).count()) === 28 && !(await page.isVisible('#m_filter')) ? '' : 'shown';
});
await check('page-no-script', { javaScriptEnabled: false }, async (page) => {
  await page.goto(`${site}/index.html`);
  await page.click('.search-link a');
  const said = await page.textContent('main');
  return /JavaScript/.test(said) && !(await page.isVisible('#m_q')) ? '' : said;
});
await browser.close();
