// speed.mjs MATBU CONTENT TEMPLATES DOCUMENT [SAVES]: how long the preview takes from a save to the painted page and to the
// last byte of the record, as a browser sees it: median and the 95th of 100, in ms. DOCUMENT (frm/…_0, which is overwritten)
// gets a text of 20 sheets, and another word at every save. A measurement, no check: run it on a quiet machine.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { launch, usage } from './common.mjs';

const [matbu, content, templates, name, count = '60'] = process.argv.slice(2);
if (!name) usage('speed.mjs MATBU CONTENT TEMPLATES DOCUMENT [SAVES]');
const filler = 'Parolanızı kimseye söylemeyin, hiçbir yere yazmayın, her serviste başka bir parola kullanın. ';
const text = (n) => `# Hız ölçümü\n\nKayıt ${n}.\n\n` + Array.from({ length: 60 }, (_, i) => `## Bölüm ${i}\n\n${filler.repeat(10)}\n\n`).join('');
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
writeFileSync(`${content}/${name}.md`, text(0));

const preview = spawn(matbu, ['serve', '--content', content, '--templates', templates], { stdio: ['ignore', 'pipe', 'inherit'] });
process.on('exit', () => preview.kill());
const address = await new Promise((resolve) => createInterface(preview.stdout).once('line', resolve));
const browser = await launch();
const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const cdp = await tab.context().newCDPSession(tab);
await cdp.send('Network.enable');
const urls = new Map();
let bytes = () => {}, painted = () => {};
cdp.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, [request.url, request.method]));
cdp.on('Network.loadingFinished', ({ requestId }) => { const [url, method] = urls.get(requestId) ?? []; if (method === 'GET' && /\.pdf\?/.test(url)) bytes(Date.now()); });
await tab.exposeFunction('tellPainted', (at, words) => painted(at, words));
await tab.addInitScript(() => {
  if (window !== top) return;
  let last = '';
  const look = () => {
    const words = document.querySelector('#page iframe.shown')?.contentDocument?.querySelector('.text p')?.textContent ?? '';
    if (words !== last) setTimeout(() => window.tellPainted(Date.now(), words));
    last = words;
    requestAnimationFrame(look);
  };
  look();
});
await tab.goto(`${address}#${name}.html`);
for (let i = 0; i < 600 && !(await tab.locator('#record iframe.shown').count()); i++) await sleep(100);
await sleep(1500);
const pages = [], records = [];
for (let n = 1; n <= +count; n++) {
  const both = Promise.all([
    new Promise((done) => { painted = (at, words) => { if (words.includes(`Kayıt ${n}.`)) done(at); }; }),
    new Promise((done) => { bytes = done; })]);
  const begin = Date.now();
  writeFileSync(`${content}/${name}.md`, text(n));
  const [page, record] = await Promise.race([both, sleep(10000).then(() => [begin + 10000, begin + 10000])]);
  pages.push(page - begin);
  records.push(record - begin);
  await sleep(2500);
}
const said = (list) => { list.sort((a, b) => a - b); return `${list[list.length >> 1]} ${list[Math.ceil(list.length * 0.95) - 1]}`; };
console.log(`page ${said(pages)} record ${said(records)}`);
await browser.close();
process.exit(0);
