// serve.mjs MATBU CONTENT TEMPLATES FOLDER: the preview in a browser. CONTENT is copied into FOLDER and changed there.
//
//   save       a saved text is on the page, and in the record beside it, without a reload by hand; where an index was shown,
//              its document is
//   drafts     the bar leads to the drafts
//   place      the heading that was being read stays where it was, though the text above it grew
//   follow     the record is at the heading that is being read
//   fault      faults stand over the last good page, with place and fix, and go when the text is right again
//   access     axe finds nothing in the frame, with faults and without, wide and narrow
//   policy     nothing breaks a policy
//   theft      a page of another origin gets neither pages nor events
//   begin      where the first build fails, the page that then is right has its style
//   end        when the preview has ended, the frame says so
// Needs: chromium (CHROMIUM names another), `npm ci` in this folder.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { Report, deadline, launch, usage } from './common.mjs';

const [matbu, content, templates, folder] = process.argv.slice(2);
if (!folder) usage('serve.mjs MATBU CONTENT TEMPLATES FOLDER');
const report = new Report('serve', ['save', 'drafts', 'place', 'follow', 'fault', 'access', 'policy', 'theft', 'begin', 'end']);
const at = { name: 'frame' };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
deadline(150, report.title);

const DOC = 'frm/bim/e-posta/parola_20240110_0';
const source = `${folder}/content/${DOC}.md`;
const paragraphs = (n) => Array.from({ length: n }, (_, i) => `Paragraf ${i}: parolanızı kimseye söylemeyin, hiçbir yere yazmayın.\n\n`).join('');
const text = (first, above = 4) => `# Parola\n\n${first}\n\n${paragraphs(above)}## Seçmek\n\n${paragraphs(40)}## Saklamak\n\n${paragraphs(40)}`;
cpSync(content, `${folder}/content`, { recursive: true });
mkdirSync(`${folder}/tmp`);
writeFileSync(source, text('İlk metin.'));

const begin = async () => {
  const preview = spawn(matbu, ['serve', '--content', `${folder}/content`, '--templates', templates], { stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: `${folder}/tmp`, LC_ALL: 'tr_TR.UTF-8' } });
  process.on('exit', () => preview.kill());
  return [preview, await new Promise((resolve) => createInterface(preview.stdout).once('line', resolve))];
};
const [preview, address] = await begin();

const browser = await launch();
const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const breaches = [];
await tab.addInitScript(() => document.addEventListener('securitypolicyviolation', (e) => console.error(`Content Security Policy: ${e.effectiveDirective} ${e.blockedURI}`)));
tab.on('console', (message) => { if (/Content Security Policy/.test(message.text())) breaches.push(message.text()); });
await tab.goto(address);

// Runs the job in the page that is shown; again where that was exchanged meanwhile.
const inPage = async (job, value) => {
  for (const end = Date.now() + 20000; ; await tab.waitForTimeout(20)) {
    const frame = await (await tab.waitForSelector('#page iframe.shown')).contentFrame();
    try { return await frame.evaluate(job, value); } catch (fault) { if (Date.now() > end) throw fault; }
  }
};
const record = () => tab.locator('#record iframe.shown').getAttribute('src');
const check = async (name, job) => {
  try { await job(); } catch (fault) { report.fault(name, at, String(fault).split('\n')[0]); }
};
const shows = async (words) => {
  for (const end = Date.now() + 20000; Date.now() < end; await tab.waitForTimeout(20))
    if (await inPage((w) => document.body.textContent.includes(w), words)) return;
  throw new Error(`the page does not say “${words}”`);
};
// Waits until what job() says is true.
const until = async (job, what) => {
  for (const end = Date.now() + 20000; Date.now() < end; await tab.waitForTimeout(20)) if (await job()) return;
  throw new Error(what);
};
const topOf = (id) => inPage((i) => document.getElementById(i).getBoundingClientRect().top, id);

await check('save', async () => {
  await shows('Bilgi İşlem');
  await tab.waitForTimeout(1500);
  writeFileSync(source, text('Birinci metin.'));
  await shows('Birinci metin.');
  // The page is there before its record; the link to that stays.
  await inPage(() => {
    window.lost = 0;
    new MutationObserver(() => { if (!document.querySelector('a.record[href]')) window.lost++; }).observe(document.body, { childList: true, subtree: true });
  });
  await until(record, 'no record');
  const before = await record();
  writeFileSync(source, text('İkinci metin.'));
  await shows('İkinci metin.');
  if (await inPage(() => window.lost)) report.fault('save', at, 'the link to the record went away');
  await until(async () => (await record()) !== before, 'the record is the old one');
  const bytes = await (await fetch(new URL((await record()).split('#')[0], address))).arrayBuffer();
  if (Buffer.from(bytes).subarray(0, 5).toString() !== '%PDF-') throw new Error('the record is no PDF');
});

await check('drafts', async () => {
  await tab.locator('nav a', { hasText: 'Taslaklar' }).click();
  await shows('Taslaklar');
  await inPage(() => document.querySelector('main a[href*="parola"]').click());
  await shows('İkinci metin.');
  await until(record, 'no record');
});

await check('follow', async () => {
  await inPage(() => document.getElementById('saklamak').scrollIntoView());
  await until(async () => (await record()).endsWith('&nameddest=saklamak'), await record());
});

await check('place', async () => {
  await inPage(() => window.scrollBy(0, 37));
  const before = await topOf('saklamak');
  writeFileSync(source, text('Üçüncü metin.', 14));
  await shows('Üçüncü metin.');
  const after = await topOf('saklamak');
  if (Math.abs(after - before) > 1) throw new Error(`from ${before} to ${after}`);
  if (Math.abs(before + 37) > 2) throw new Error(`it was at ${before}`);
});

const judge = async (what) => {
  await tab.evaluate(axe);
  for (const width of [1280, 390, 320]) {
    await tab.setViewportSize({ width, height: 800 });
    const { violations } = await tab.evaluate(() => globalThis.axe.run(document, { iframes: false }));
    for (const v of violations) report.fault('access', at, `${what}, ${width} px: ${v.id} ${v.nodes[0].html}`);
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) report.fault('access', at, `${what}, ${width} px: ${wide} px too wide`);
    if (process.env.SHOTS) await tab.screenshot({ path: `${process.env.SHOTS}/${what}-${width}.png` });
  }
  await tab.setViewportSize({ width: 1280, height: 800 });
};
await check('access', () => judge('good'));

await check('fault', async () => {
  writeFileSync(source, text('Dördüncü <b>metin</b>.'));
  const faults = tab.locator('#faults[open] li');
  await faults.first().waitFor({ timeout: 20000 });
  const said = await faults.first().textContent();
  if (!/parola_20240110_0\.md:3:\d+ hata: .*; .*\[html-raw\]/.test(said)) throw new Error(said);
  await shows('Üçüncü metin.');
  await check('access', () => judge('fault'));
  writeFileSync(source, text('Beşinci metin.'));
  await shows('Beşinci metin.');
  await tab.locator('#faults').waitFor({ state: 'hidden', timeout: 20000 });
});

await check('theft', async () => {
  const server = createServer((_, answer) => answer.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>evil</p>'));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const evil = await browser.newPage();
  await evil.goto(`http://localhost:${server.address().port}/`);
  const got = await evil.evaluate(async (victim) => {
    const found = [];
    const image = new Image();
    for (const mode of ['cors', 'no-cors'])
      await fetch(victim + 'index.html', { mode }).then((r) => r.text()).then((t) => t && found.push(`${mode} ${t.slice(0, 40)}`), () => {});
    await new Promise((done) => { const e = new EventSource(victim + '_/events'); e.onmessage = () => { found.push('events'); done(); }; e.onerror = done; });
    await new Promise((done) => { const s = document.createElement('script'); s.src = victim + '_/serve.js'; s.onload = () => { found.push('script'); done(); }; s.onerror = done; document.body.append(s); });
    await new Promise((done) => { image.onload = () => { found.push('image'); done(); }; image.onerror = done; image.src = victim + 'frm/bim/e-posta/imapsmtp_20190115_1/ayarlar.png'; });
    const frame = document.createElement('iframe');
    frame.src = victim;
    await new Promise((done) => { frame.onload = done; document.body.append(frame); });
    try { if (frame.contentDocument && frame.contentDocument.body.textContent) found.push('frame'); } catch { /* refused */ }
    return found;
  }, address);
  server.close();
  await evil.close();
  if (got.length !== 0) throw new Error(got.join(', '));
});

for (const breach of breaches) report.fault('policy', at, breach);
await check('end', async () => {
  preview.kill('SIGTERM');
  await until(async () => /matbu serve/.test(await tab.locator('#state').textContent()), 'it says nothing');
});
await check('begin', async () => {
  writeFileSync(source, text('Altıncı <b>metin</b>.'));
  const [second, there] = await begin();
  const other = await browser.newPage();
  await other.goto(there);
  await other.locator('#faults[open] li').first().waitFor({ timeout: 20000 });
  writeFileSync(source, text('Yedinci metin.'));
  const shown = async () => (await (await other.waitForSelector('#page iframe.shown')).contentFrame()).evaluate(() =>
    document.body.textContent.includes('Yedinci') && [...document.styleSheets].map((sheet) => sheet.cssRules.length));
  let sheets;
  await until(async () => (sheets = await shown().catch(() => false)), 'the page does not come');
  if (!sheets.length || sheets.includes(0)) throw new Error(`rules of its style sheets: ${sheets}`);
  second.kill('SIGTERM');
});
await browser.close();
process.exit(report.print() > 0 ? 1 : 0);
