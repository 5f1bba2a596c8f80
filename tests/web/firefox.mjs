// firefox.mjs DIR...: prints the pages of editions under the folders from Debian's Firefox, which has no margin boxes,
// and reads the sheets back with pdftotext:
//
//   paper      every sheet is A4
//   stamp      every sheet has the page's stamp, once at its foot
//   overlap    no word lies upon the stamp
//   sheets     there is at most one sheet more than in the record; a form has as many
//
// Needs: firefox-esr (FIREFOX names another), poppler-utils, `npm ci` in this folder.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { Report, deadline, pagesOf, sample, usage } from './common.mjs';

const EDITION = /_\d{8}_\d+\.html$/;
const PAGES = 12; // at most
const FOOT = 760; // the stamp begins below that [pt]

const folders = process.argv.slice(2);
if (folders.length === 0) usage('firefox.mjs DIR...');
const pages = sample(pagesOf(folders).filter((page) => EDITION.test(basename(page.file))), PAGES);
const report = new Report('firefox', ['pages', 'paper', 'stamp', 'overlap', 'sheets']);

// The sheets of a PDF: {width, height, words: [{text, top, bottom}]}.
function readSheets(pdf) {
  const xml = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([^]*?)<\/page>/g)].map(([, width, height, body]) => ({
    width: Number(width), height: Number(height),
    words: [...body.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<\/word>/g)].map(([, top, bottom, text]) => ({ text, top: Number(top), bottom: Number(bottom) })),
  }));
}

function checkSheet(page, stamp, sheet, where) {
  if (Math.abs(sheet.width - 595) > 2 || Math.abs(sheet.height - 842) > 2) report.fault('paper', page, `${where} is ${sheet.width} x ${sheet.height} pt`);
  const stamps = sheet.words.filter((word) => word.text === stamp && word.top > FOOT);
  if (stamps.length !== 1) return report.fault('stamp', page, `${where} has ${stamps.length} stamps at its foot`);
  const under = sheet.words.find((word) => word.top < stamps[0].top - 2 && word.bottom > stamps[0].top || word.top > stamps[0].bottom);
  if (under) report.fault('overlap', page, `${where}: “${under.text}” lies upon the stamp`);
}

async function checkPage(tab, page, path) {
  await tab.goto(String(pathToFileURL(page.file)));
  const { stamp, isForm, isTurned } = await tab.evaluate(() => ({
    stamp: document.querySelector('.stamp')?.textContent.trim() ?? '',
    isForm: document.querySelector('main input') !== null,
    isTurned: document.querySelector('.landscape') !== null,
  }));
  await tab.pdf({ path, format: 'A4', preferCSSPageSize: true, printBackground: true });
  const sheets = readSheets(path);
  sheets.forEach((sheet, at) => isTurned && sheet.width > sheet.height || checkSheet(page, stamp, sheet, `sheet ${at + 1} of ${sheets.length}`));
  const record = [page.file.replace(/\.html$/, '.pdf'), page.file.replace(EDITION, '.pdf')].find(existsSync);
  const most = record === undefined ? 0 : readSheets(record).length + (isForm ? 0 : 1);
  if (record !== undefined && sheets.length > most) report.fault('sheets', page, `${sheets.length} sheets, the record allows ${most}`);
  return sheets.length;
}

if (pages.length === 0) report.fault('pages', { name: folders.join(' ') }, 'no page of an edition');
deadline(600, report.title);
const scratch = mkdtempSync(join(tmpdir(), 'matbu-firefox-'));
const browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr', headless: true, protocolTimeout: 300000, timeout: 180000 });
const tab = await browser.newPage();
let total = 0;
for (const page of pages) {
  try {
    total += await checkPage(tab, page, join(scratch, 'page.pdf'));
  } catch (error) {
    report.fault('pages', page, error.message.split('\n')[0]);
  }
}
await browser.close();
rmSync(scratch, { recursive: true });
report.note('pages', `${pages.length} pages, ${total} sheets`);
process.exit(report.print() > 0 ? 1 : 0);
