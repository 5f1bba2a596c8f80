// fragment.mjs FILE...: proves that a block which `build --fragment` wrote can be pasted into the page of another
// system, in headless Chromium.
//
//   style-in   what the style sheet of that page does to its elements does not reach the block
//   style-out  no element outside the block looks other than without it
//   axe        no violation of axe-core's rules, 320 and 1280 px
//   width      the page does not scroll sideways at 320 px, with text at 100 % and at 200 %
//   alone      nothing is asked for but pictures at complete addresses
//
// PICTURES=DIR: also writes PNG files of the blocks, to be looked at.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { Report, deadline, launch, usage } from './common.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const files = process.argv.slice(2);
if (files.length === 0) usage('fragment.mjs FILE...');
const report = new Report('fragment', ['style-in', 'style-out', 'axe', 'width', 'alone']);

// What such systems do to the elements of their pages, and worse: by names and by an id.
const HOST = `
  * { letter-spacing: .2em; text-transform: uppercase; border-radius: 9px }
  body { font: italic 22px/3 serif; color: #fff; background: #123; text-align: right; white-space: pre-line }
  #content p, #content li, #content td { margin: 40px; color: #ff0; font-weight: 900; line-height: 4 }
  #content a { color: #ff0; text-decoration: none; display: block }
  #content table { width: 900px; background: #400; border: 9px solid red } #content :is(th, td) { padding: 30px; text-align: center }
  #content :is(h2, h3, h4) { font-size: 60px; text-align: center } #content :is(ul, ol) { list-style: none; padding: 0 }
  .table, .note, .label, .nb, .text, .title, .status, .record, .blank { position: absolute; float: right; background: #f0f; display: none }`;
const OUTSIDE = `<p class="label">Dışarıdaki <a href="https://ornek.example">bağlantı</a></p><h2>Başlık</h2><ul><li>madde</li></ul>
  <table class="table"><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>`;
const page = (block, host) => `<!DOCTYPE html><html lang="tr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Panel</title>
  <style>body { margin: 0 } #outside { padding: 1rem }</style><style>${host}</style></head>
  <body><main id="content"><h1>Panel</h1>${block}</main><aside id="outside" aria-label="Dış">${OUTSIDE}</aside></body></html>`;

// The computed style of each element below the selector, as text.
const looks = (selector) => [...document.querySelectorAll(selector)].map((e) => {
  const s = getComputedStyle(e), all = [];
  for (const name of s) if (!/^(width|height|inline-size|block-size|transform-origin|perspective-origin|top|right|bottom|left|inset.*)$/.test(name)) all.push(`${name}: ${s.getPropertyValue(name)}`);
  return { name: `<${e.localName} class="${e.className}">`, all };
});
const compare = (check, file, one, other) => {
  if (one.length === 0 || one.length !== other.length) report.fault(check, file, `${one.length} and ${other.length} elements`);
  one.forEach((e, i) => {
    const differs = e.all.filter((line, j) => line !== other[i]?.all[j]);
    if (differs.length > 0) report.fault(check, file, `${e.name}: ${differs[0]}, else ${other[i]?.all[e.all.indexOf(differs[0])]}`);
  });
};

deadline(300, report.title);
const browser = await launch();
const context = await browser.newContext({ reducedMotion: 'reduce' });
for (const path of files) {
  const file = { name: path }, block = readFileSync(path, 'utf8');
  const tab = await context.newPage();
  await tab.route('**', (route) => {
    const r = route.request();
    if (r.url().startsWith('data:') || r.url() === 'about:blank') return route.continue();
    if (r.resourceType() !== 'image' || !/^https:\/\//.test(r.url())) report.fault('alone', file, `asks for ${r.url()}`);
    return route.abort();
  });
  for (const width of [320, 1280]) {
    await tab.setViewportSize({ width, height: 900 });
    await tab.setContent(page(block, HOST));
    const among = await tab.evaluate(looks, '.matbu-doc, .matbu-doc *:not(style)');
    const outside = await tab.evaluate(looks, '#outside, #outside *');
    if (process.env.PICTURES) await tab.screenshot({ path: `${process.env.PICTURES}/${basename(path)}-${width}-host.png`, fullPage: true });
    await tab.setContent(page('', HOST));
    compare('style-out', file, outside, await tab.evaluate(looks, '#outside, #outside *'));
    await tab.setContent(page(block, ''));
    compare('style-in', file, among, await tab.evaluate(looks, '.matbu-doc, .matbu-doc *:not(style)'));
    if (process.env.PICTURES) await tab.screenshot({ path: `${process.env.PICTURES}/${basename(path)}-${width}.png`, fullPage: true });
    await tab.evaluate(AXE);
    const { violations } = await tab.evaluate((values) => axe.run(document, { runOnly: { type: 'tag', values }, preload: false }), RULES);
    for (const v of violations) report.fault('axe', file, `${v.id} at ${v.nodes[0].target.join(' ')} (${v.nodes.length})`);
    for (const size of width === 320 ? ['100%', '200%'] : []) {
      const wide = await tab.evaluate((s) => { const r = document.documentElement; r.style.fontSize = s; return r.scrollWidth > r.clientWidth ? `${r.scrollWidth} px` : ''; }, size);
      if (wide) report.fault('width', file, `scrolls sideways with text at ${size}: ${wide}`);
    }
  }
  await tab.close();
}
await browser.close();
process.exit(report.print() > 0 ? 1 : 0);
