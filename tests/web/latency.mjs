// latency.mjs MATBU CONTENT TEMPLATES EDITION RUNS: how long after a save the preview shows it. Writes the text of EDITION, which
// must have 20 pages or so, RUNS times into CONTENT and prints, in milliseconds, the median and the 95th percentile: from the
// save until the page is painted, and until the last byte of the record is in the browser.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { launch, usage } from './common.mjs';

const [matbu, content, templates, edition, runs] = process.argv.slice(2);
if (!runs) usage('latency.mjs MATBU CONTENT TEMPLATES EDITION RUNS');
const source = `${content}/${edition}.md`, original = readFileSync(source, 'utf8');
const preview = spawn(matbu, ['serve', '--content', content, '--templates', templates], { stdio: ['ignore', 'pipe', 'ignore'] });
process.on('exit', () => { writeFileSync(source, original); preview.kill(); });
const address = await new Promise((resolve) => createInterface(preview.stdout).once('line', resolve));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const browser = await launch();
const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
// In each frame of the screen: whether the words that are awaited stand on the page.
await tab.addInitScript(() => {
  if (window.top !== window) return;
  const look = () => {
    const doc = document.querySelector('#page iframe.shown')?.contentDocument;
    if (window.awaited && doc?.querySelector('main h2 ~ p')?.textContent.includes(window.awaited)) {
      window.awaited = '';
      requestAnimationFrame(() => { window.painted = Date.now(); });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});
const wire = await tab.context().newCDPSession(tab);
await wire.send('Network.enable');
const records = new Map();
let arrived = 0;
wire.on('Network.requestWillBeSent', ({ requestId, request }) => { if (request.url.includes('.pdf')) records.set(requestId, request.url); });
wire.on('Network.loadingFinished', ({ requestId }) => { if (records.has(requestId)) arrived = Date.now(); });
tab.on('requestfinished', (request) => { if (request.url().includes('.pdf')) arrived = Date.now(); });
tab.on('requestfailed', (request) => { if (request.url().includes('.pdf')) arrived = Date.now(); });

await tab.goto(`${address}#${edition}.html`);
const first = original.match(/^## .*\n\n/m);
if (!first) usage('the text of EDITION has no section');
const at = first.index + first[0].length;
// Until everything is built and nothing happens any more.
const quiet = async () => {
  for (const end = Date.now() + 900000; Date.now() < end; await pause(200))
    if (await tab.evaluate(() => document.querySelector('#page iframe.shown')?.contentDocument?.querySelector('a.record[href]') && !document.body.matches('.busy'))) return;
};
await quiet();
await pause(Number(process.env.PREVIEW_WAIT || 3000));

const times = { page: [], record: [] };
for (let run = 0; run < Number(runs); run++) {
  const words = `kayıt ${run} işareti`;
  await tab.evaluate((w) => { window.painted = 0; window.awaited = w; }, words);
  arrived = 0;
  await pause(60 + 37 * (run % 7));
  const saved = Date.now();
  writeFileSync(source, original.slice(0, at) + `Bu, ${words}. ` + original.slice(at));
  const done = async () => (await tab.evaluate(() => window.painted)) && arrived;
  for (const end = saved + 20000; Date.now() < end && !(await done()); await pause(15));
  const painted = await tab.evaluate(() => window.painted);
  if (!painted || !arrived) { console.error(`run ${run}: ${painted ? 'no record' : 'no page'}`); continue; }
  times.page.push(painted - saved);
  times.record.push(arrived - saved);
  await pause(Number(process.env.PREVIEW_PAUSE || 1500));
}
for (const [what, list] of Object.entries(times)) {
  list.sort((a, b) => a - b);
  const p = (part) => list[Math.min(list.length - 1, Math.floor(part * list.length))];
  console.log(`${what} ${p(0.5)} ${p(0.95)} ${list.length}`);
}
await browser.close();
process.exit(0);
