// common.mjs: what the checks in a browser share. One Chromium for a run, a few tabs at a time, and a report with one
// line per check: `ok NAME` or `FAIL NAME: reason`, further faults of the same check indented below it.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { relative, resolve } from 'node:path';
import { chromium } from 'playwright-core';

export function usage(text) {
  console.error(`usage: ${text}`);
  process.exit(2);
}

// Every page under the folders: {file, root, name}; name is what the report calls it.
export function pagesOf(folders) {
  const pages = [];
  for (const folder of folders) {
    const root = resolve(folder);
    for (const entry of existsSync(root) && statSync(root).isDirectory() ? readdirSync(root, { recursive: true }) : []) {
      const file = resolve(root, entry);
      if (file.endsWith('.html') && statSync(file).isFile()) pages.push({ file, root, name: relative(process.cwd(), file) });
    }
  }
  return pages.sort((a, b) => (a.file < b.file ? -1 : 1));
}

// At most n of the pages, evenly spread, always with the largest ones (they hold the most kinds of element).
export function sample(pages, n) {
  if (pages.length <= n) return pages;
  const bySize = [...pages].sort((a, b) => statSync(b.file).size - statSync(a.file).size);
  const chosen = new Set(bySize.slice(0, n >> 2));
  for (let i = 0; chosen.size < n; i++) chosen.add(pages[Math.floor((i * pages.length) / n) % pages.length] ?? bySize[i]);
  return pages.filter((page) => chosen.has(page));
}

export async function launch() {
  const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';
  const args = ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return chromium.launch({ executablePath, args });
}

// Runs job(item) for all items, as many at a time as there are workers.
export async function inParallel(items, workers, job) {
  const rest = items.map((item, at) => [item, at]);
  const worker = async () => { for (let next; (next = rest.shift()); ) await job(...next); };
  await Promise.all(Array.from({ length: workers }, worker));
}

// Faults by check. A check that nobody named in `checks` cannot be reported, so none passes by being forgotten.
export class Report {
  constructor(title, checks) {
    this.title = title;
    this.faults = new Map(checks.map((check) => [check, []]));
    this.notes = new Map();
  }
  fault(check, page, text) { this.faults.get(check).push(`${page.name}: ${text}`); }
  note(check, text) { this.notes.set(check, text); }
  print() {
    let failed = 0;
    for (const [check, faults] of this.faults) {
      const note = this.notes.has(check) ? ` (${this.notes.get(check)})` : '';
      if (faults.length === 0) { console.log(`ok ${this.title} ${check}${note}`); continue; }
      failed++;
      faults.sort();
      console.log(`FAIL ${this.title} ${check}: ${faults[0]}${note}`);
      for (const fault of faults.slice(1, 40)) console.log(`  ${fault}`);
      if (faults.length > 40) console.log(`  and ${faults.length - 40} more`);
    }
    return failed;
  }
}

// Stops the process when a browser hangs: a test must end by itself.
export function deadline(seconds, title) {
  setTimeout(() => { console.log(`FAIL ${title}: not done after ${seconds} s`); process.exit(1); }, seconds * 1000).unref();
}

// A server of the folder's files on loopback: {origin, log, close()}; log: a line per request.
export async function serve(root) {
  const log = [];
  const types = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', pdf: 'application/pdf', svg: 'image/svg+xml' };
  const server = createServer((request, response) => {
    log.push(`${request.method} ${request.url}`);
    const file = resolve(root, `.${decodeURIComponent(new URL(request.url, 'http://x').pathname)}`);
    if (!file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) { response.writeHead(404).end(); return; }
    response.writeHead(200, { 'Content-Type': types[file.split('.').pop()] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${server.address().port}`, log, close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }) };
}
