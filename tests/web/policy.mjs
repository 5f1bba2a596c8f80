// policy.mjs TEMPLATES DIR...: the Content-Security-Policy of the pages under the folders and of the templates.
//
//   policy     every page has the policy, before anything else that a browser loads
//   breach     no page breaks its policy: opened from a file and from a server on loopback, on a screen and on paper
//   effect     a page's inline style, inline script and foreign picture do break it: the browser obeys the policy
//   search     where there is a search page, a search breaks nothing and finds something
// Needs: chromium (CHROMIUM names another), `npm ci` in this folder.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Report, deadline, inParallel, launch, pagesOf, sample, serve, usage } from './common.mjs';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'";
const TABS = 2, MOST = 60;

const folders = process.argv.slice(2);
if (folders.length < 2) usage('policy.mjs TEMPLATES DIR...');
// A block to paste has the policy of the page into which it is pasted.
const pages = pagesOf(folders).filter((page) => !page.file.endsWith('fragment.html'));
const report = new Report('policy', ['policy', 'breach', 'effect', 'search']);

for (const page of pages) {
  const text = readFileSync(page.file, 'utf8');
  const [, policy] = text.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/) ?? [];
  if (policy !== POLICY) report.fault('policy', page, policy === undefined ? 'none' : `is “${policy}”`);
  else if (text.indexOf('http-equiv') > text.search(/<(link|script|style|img)\b/)) report.fault('policy', page, 'comes too late');
}

deadline(600, report.title);
const browser = await launch();
const context = await browser.newContext();
await context.addInitScript(() => {
  globalThis.breaches = [];
  document.addEventListener('securitypolicyviolation', (event) => globalThis.breaches.push(`${event.effectiveDirective} ${event.blockedURI || event.sourceFile} ${event.sample}`));
});
const servers = new Map();
for (const root of new Set(pages.map((page) => page.root))) servers.set(root, await serve(root));

// What the browser reports of a page. The console has what happened before a script could listen.
async function breachesOf(url, act = async () => {}) {
  const tab = await context.newPage();
  const said = [];
  tab.on('console', (message) => { if (/Content Security Policy/.test(message.text())) said.push(message.text()); });
  try {
    await tab.goto(url, { waitUntil: 'load' });
    await tab.emulateMedia({ media: 'print' });
    await tab.emulateMedia({ media: 'screen' });
    await act(tab);
    await tab.waitForTimeout(50);
    return [...(await tab.evaluate(() => globalThis.breaches)), ...said];
  } finally {
    await tab.close();
  }
}

const addressOf = (page) => `${servers.get(page.root).origin}/${relative(page.root, page.file)}`;
await inParallel(sample(pages, MOST), TABS, async (page) => {
  for (const url of [String(pathToFileURL(page.file)), addressOf(page)])
    for (const breach of await breachesOf(url)) report.fault('breach', page, `${url.split(':')[0]}: ${breach}`);
});

const broken = await breachesOf(addressOf(pages[0]), (tab) => tab.evaluate(() => {
  for (const [name, text] of [['style', 'p { color: red }'], ['script', 'document.title = ""']])
    document.head.append(Object.assign(document.createElement(name), { textContent: text }));
  document.body.append(Object.assign(new Image(), { src: 'data:image/png;base64,AA==' }));
}));
for (const directive of ['style-src', 'script-src', 'img-src'])
  if (!broken.some((breach) => breach.startsWith(directive))) report.fault('effect', pages[0], `${directive} has no effect`);

const searches = pages.filter((page) => page.file.endsWith('/ara.html') && page.root !== pagesOf([folders[0]])[0].root);
if (searches.length === 0) report.fault('search', { name: folders.join(' ') }, 'no search page');
for (const page of searches) {
  let found = 0;
  const breaches = await breachesOf(addressOf(page), async (tab) => {
    await tab.fill('#m_q', 'form');
    await tab.press('#m_q', 'Enter');
    await tab.waitForFunction(() => document.getElementById('m_found').textContent !== '');
    found = await tab.locator('#m_results li').count();
  });
  for (const breach of breaches) report.fault('search', page, breach);
  if (found === 0) report.fault('search', page, 'nothing is found');
}

await browser.close();
for (const server of servers.values()) await server.close();
report.note('breach', `${Math.min(pages.length, MOST)} pages`);
process.exit(report.print() > 0 ? 1 : 0);
