// print.mjs DIR...: proves that the pages under the folders are ready for paper. Each is printed to PDF by headless
// Chromium with the page size of its own style sheet, and its sheets are read back with pdftotext:
//
//   paper      every sheet is A4, upright; a page with a landscape block has turned ones, and no other page
//   stamp      every sheet carries the page's stamp (the element of class `stamp`); an edition's page must have one
//   number     every sheet of a stamped page says “Sayfa n / N” (“Page n / N” in English pages)
//   heading    no heading is torn from what follows it
//   figure     no figure is cut: its picture and its caption are on one sheet
//
// Where a heading or figure falls, Chromium does not say. So a second print carries tiny marks, out of the flow, at
// the end of every heading, at the start of what follows, and at both ends of every figure; two marks of a pair must
// be on one sheet. The marks must not change the number of sheets.
// Needs: chromium (CHROMIUM names another), poppler-utils, `npm ci` in this folder.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Report, deadline, inParallel, launch, pagesOf, usage } from './common.mjs';

const A4 = { width: 595.28, height: 841.89 }; // [pt]
const EDITION = /_\d{8}_\d+\.html$/;

const folders = process.argv.slice(2);
if (folders.length === 0) usage('print.mjs DIR...');
const pages = pagesOf(folders);
const report = new Report(`print ${folders.join(' ')}`, ['pages', 'paper', 'stamp', 'number', 'heading', 'figure']);
const isA4 = (width, height) => Math.abs(width - A4.width) <= 1 && Math.abs(height - A4.height) <= 1;
const squeeze = (text) => text.replace(/\s+/g, '');

// The sheets of a PDF: {width, height, words, text}; text is the words without spaces between them.
function readSheets(pdf) {
  const xml = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const plain = (text) => text.replace(/&(amp|lt|gt|quot|#39|apos);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'");
  return [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([^]*?)<\/page>/g)].map(([, width, height, body]) => {
    const words = [...body.matchAll(/<word [^>]*>([^<]*)<\/word>/g)].map((m) => plain(m[1]));
    return { width: Number(width), height: Number(height), words, text: squeeze(words.join('')) };
  });
}

const describe = () => ({
  stamp: document.querySelector('.stamp')?.textContent ?? '',
  turned: document.querySelector('.landscape') !== null,
  word: /^en/i.test(document.documentElement.lang) ? 'Page' : 'Sayfa',
});

// Marks the ends of what must stay together. Gives the pairs: {check, name, first, second}, two marks each.
const putMarks = () => {
  const pairs = [];
  const shown = (node) => (node.nodeType === 1 ? node : node.parentElement).checkVisibility({ visibilityProperty: true });
  const mark = (put) => {
    const span = document.createElement('span');
    const name = `qx${String(pairs.length * 2 + (mark.second ? 1 : 0)).padStart(5, '0')}xq`;
    span.textContent = name;
    span.style.cssText = 'all: initial; position: absolute; font: 1px/1 monospace; color: #777; white-space: nowrap';
    put(span);
    return name;
  };
  const pair = (check, name, putFirst, putSecond) => {
    mark.second = false;
    const first = mark(putFirst);
    mark.second = true;
    pairs.push({ check, name: name.trim().replace(/\s+/g, ' ').slice(0, 60), first, second: mark(putSecond) });
  };
  const main = document.querySelector('main') ?? document.body;

  for (const heading of main.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    if (!shown(heading)) continue;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    walker.currentNode = heading;
    let next = walker.nextSibling();
    for (let up = heading; !next && up !== main; ) next = (up = up.parentElement) === main ? null : (walker.currentNode = up, walker.nextSibling());
    if (next) walker.currentNode = next;
    while (next && !(shown(next) && (next.nodeType === 3 ? next.data.trim() : next.localName === 'img'))) next = walker.nextNode();
    if (next) pair('heading', heading.textContent, (span) => heading.append(span), (span) => next.before(span));
  }
  for (const figure of main.querySelectorAll('figure')) {
    const picture = figure.querySelector('img');
    if (picture && shown(picture)) pair('figure', figure.textContent, (span) => picture.before(span), (span) => (figure.querySelector('figcaption') ?? figure).append(span));
  }
  return pairs;
};

async function checkPage(tab, page, scratch) {
  await tab.goto(String(pathToFileURL(page.file)));
  await tab.emulateMedia({ media: 'print' });
  const { stamp, turned, word } = await tab.evaluate(describe);
  const print = async (name) => {
    const path = join(scratch, name);
    await tab.pdf({ path, preferCSSPageSize: true, printBackground: true });
    return readSheets(path);
  };
  const sheets = await print('plain.pdf');

  if (turned && !sheets.some((sheet) => sheet.width > sheet.height)) report.fault('paper', page, 'no sheet is turned');
  if (!stamp && EDITION.test(basename(page.file))) report.fault('stamp', page, 'an edition without a stamp');
  sheets.forEach((sheet, at) => {
    const where = `sheet ${at + 1} of ${sheets.length}`;
    if (!isA4(sheet.width, sheet.height) && !(turned && isA4(sheet.height, sheet.width))) report.fault('paper', page, `${where} is ${sheet.width} x ${sheet.height} pt`);
    if (!stamp) return;
    if (!sheet.text.includes(squeeze(stamp))) report.fault('stamp', page, `${where} lacks “${stamp.trim()}”`);
    const number = `${word} ${at + 1} / ${sheets.length}`;
    if (!sheet.text.split(squeeze(number)).slice(1).some((rest) => !/^\d/.test(rest))) report.fault('number', page, `${where} lacks “${number}”`);
  });

  if (sheets.length === 1) return sheets.length;
  const pairs = await tab.evaluate(putMarks);
  if (pairs.length === 0) return sheets.length;
  const marked = await print('marked.pdf');
  if (marked.length !== sheets.length) report.fault('pages', page, `${sheets.length} sheets, with marks ${marked.length}`);
  const sheetOf = (name) => marked.findIndex((sheet) => sheet.text.includes(name)) + 1;
  for (const { check, name, first, second } of pairs) {
    const [from, to] = [sheetOf(first), sheetOf(second)];
    if (from === 0 || to === 0) report.fault('pages', page, `the mark of ${check} “${name}” is not in the print`);
    else if (from !== to) report.fault(check, page, `“${name}” is on sheet ${from}, ${check === 'figure' ? 'its caption' : 'what follows'} on sheet ${to}`);
  }
  return sheets.length;
}

if (pages.length === 0) report.fault('pages', { name: folders.join(' ') }, 'no page');
deadline(1800, report.title);
const browser = await launch();
const context = await browser.newContext();
let total = 0;
await inParallel(pages, 2, async (page, at) => {
  const scratch = mkdtempSync(join(tmpdir(), `matbu-print-${at}-`));
  const tab = await context.newPage();
  try {
    const sheets = await checkPage(tab, page, scratch);
    total += sheets;
  } catch (error) {
    report.fault('pages', page, error.message.split('\n')[0]);
  } finally {
    await tab.close();
    rmSync(scratch, { recursive: true });
  }
});
await browser.close();
report.note('pages', `${pages.length} pages, ${total} sheets`);
process.exit(report.print() > 0 ? 1 : 0);
