// access.mjs DIR...: proves that the pages under the folders can be used by everybody, in headless Chromium over
// file://, with nothing but the folder itself.
//
//   axe        no violation of axe-core's rules (WCAG 2.0 to 2.2 A and AA, best practice), light and dark, 320 and 1280 px
//   keyboard   Tab reaches all that can have the focus, in document order; each shows it, in view and not covered
//   width      no page scrolls sideways and no text is cut off: at 320 px (1280 px at a zoom of 400 %, WCAG 1.4.10) and
//              1280 px, with text at 100 % and at 200 %
//   spacing    the same with the distances between letters, words, lines and paragraphs of WCAG 1.4.12
//   alone      no request leaves the folder, none fails; the text is the same without scripts
//
// axe and alone run on every page; keyboard, width and spacing on at most 40 of them, and the report says so.
// Needs: chromium (CHROMIUM names another), `npm ci` in this folder.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Report, deadline, inParallel, launch, pagesOf, sample, usage } from './common.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [320, 1280];
const SAMPLED = 40;
const MAX_TABS = 300; // Tab presses on one page

const folders = process.argv.slice(2);
if (folders.length === 0) usage('access.mjs DIR...');
const pages = pagesOf(folders);
const checks = ['pages', ...['light', 'dark'].flatMap((scheme) => WIDTHS.map((width) => `axe-${scheme}-${width}`)),
  'keyboard', ...WIDTHS.flatMap((width) => [`width-${width}`, `width-${width}-text-200`, `spacing-${width}`]), 'alone'];
const report = new Report(`access ${folders.join(' ')}`, checks);

// ---- in the page -------------------------------------------------------------------------------------------------

// Waits for two frames, so that a new width, scheme or size is laid out.
const settle = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

// Without preload: axe would ask for the style sheets once more, which file:// forbids.
const runAxe = async (values) => {
  const { violations } = await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'], preload: false });
  return violations.map((v) => `${v.id} at ${v.nodes[0].target.join(' ')} (${v.nodes.length}): ${v.nodes[0].failureSummary.split('\n')[1]?.trim()}`);
};

// Numbers all that can have the focus, in document order, and remembers how it looks without.
const markFocusable = () => {
  const selector = 'a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable], [tabindex]';
  const look = (element) => ['', '::before', '::after'].map((part) => {
    const s = getComputedStyle(element, part);
    return [s.boxShadow, s.borderTopColor, s.borderTopWidth, s.borderTopStyle, s.borderBottomColor, s.borderBottomWidth, s.borderBottomStyle,
      s.backgroundColor, s.backgroundImage, s.textDecorationLine, s.textDecorationThickness].join('|');
  }).join('||');
  window.matbuLook = look;
  // A group of radio buttons is one stop: the chosen button or the first one.
  const isStop = (element) => {
    if (element.type !== 'radio') return true;
    const group = [...document.getElementsByName(element.name)].filter((e) => e.form === element.form);
    return element === (group.find((e) => e.checked) ?? group[0]);
  };
  window.matbuFocusable = [...document.querySelectorAll(selector)].filter((element) => !element.disabled && element.tabIndex >= 0 && isStop(element) && element.checkVisibility({ visibilityProperty: true }));
  window.matbuBefore = window.matbuFocusable.map(look);
  document.activeElement?.blur();
  window.getSelection().removeAllRanges();
  return window.matbuFocusable.length;
};

// The number of what has the focus now, and what is wrong with how it shows it. -1: nothing of ours.
const lookAtFocus = () => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return { at: -1, name: 'the page' };
  const at = window.matbuFocusable.indexOf(element);
  const name = `<${element.localName}> “${(element.innerText || element.getAttribute('aria-label') || '').trim().slice(0, 40)}”`;
  const style = getComputedStyle(element);
  const clear = (color) => /^transparent$|^rgba\(.*, 0\)$|\/ 0\)$/.test(color);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 && !clear(style.outlineColor);
  const faults = [];
  if (at >= 0 && !outlined && window.matbuLook(element) === window.matbuBefore[at]) faults.push('shows no focus');
  const boxes = [...element.getClientRects()].filter((r) => r.width > 1 && r.height > 1);
  const inView = boxes.filter((r) => r.bottom > 0 && r.right > 0 && r.top < innerHeight && r.left < innerWidth);
  if (boxes.length === 0) faults.push('has no size when it has the focus');
  else if (inView.length === 0) faults.push('is out of view when it has the focus');
  else {
    const seen = inView.some((r) => {
      const x = Math.min(Math.max((r.left + r.right) / 2, 0), innerWidth - 1), y = Math.min(Math.max((r.top + r.bottom) / 2, 0), innerHeight - 1);
      const top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element));
    });
    if (!seen) faults.push('is covered when it has the focus');
  }
  return { at, name, faults };
};

// Sets the text to a multiple of its size, as a reader's browser setting does.
const setText = (factor) => {
  const root = document.documentElement;
  root.style.fontSize = '';
  if (factor !== 1) root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * factor}px`;
};

const textSizes = () => [...document.body.querySelectorAll('*')]
  .filter((e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
  .map((e) => ({ size: parseFloat(getComputedStyle(e).fontSize), name: `<${e.localName}> “${e.textContent.trim().slice(0, 40)}”` }));

const findOverflow = () => {
  const faults = [];
  const root = document.documentElement;
  const name = (e) => `<${e.localName}${e.className ? ` class="${e.className}"` : ''}> “${e.textContent.trim().slice(0, 40)}”`;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1).pop();
    faults.push(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth} px${wide ? `, innermost ${name(wide)}` : ''}`);
  }
  for (const e of document.body.querySelectorAll('*')) {
    if (!e.textContent.trim() || !e.checkVisibility() || e.clientWidth <= 2 || e.clientHeight <= 2) continue; // hidden from the eye on purpose
    const s = getComputedStyle(e);
    const cut = (way) => way === 'hidden' || way === 'clip';
    if (cut(s.overflowX) && e.scrollWidth > e.clientWidth + 1) faults.push(`text cut at the side in ${name(e)}`);
    if (cut(s.overflowY) && e.scrollHeight > e.clientHeight + 1) faults.push(`text cut below in ${name(e)}`);
  }
  return faults;
};

// As a reader's own style sheet does; the page's policy allows no other one.
const setSpacing = () => {
  for (const e of document.body.querySelectorAll('*')) {
    e.style.setProperty('line-height', '1.5', 'important');
    e.style.setProperty('letter-spacing', '.12em', 'important');
    e.style.setProperty('word-spacing', '.16em', 'important');
    if (e.localName === 'p') e.style.setProperty('margin-bottom', '2em', 'important');
  }
};

// Fetches what waits for scrolling, so that every picture is asked for; gives the sources that are not in reach.
const loadAll = async () => {
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  return [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.getAttribute('src'));
};

// ---- checks of one page ------------------------------------------------------------------------------------------

async function checkAxe(tab, page) {
  await tab.evaluate(AXE);
  for (const width of WIDTHS) {
    await tab.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark']) {
      await tab.emulateMedia({ colorScheme });
      await tab.evaluate(settle);
      for (const fault of await tab.evaluate(runAxe, RULES)) report.fault(`axe-${colorScheme}-${width}`, page, fault);
    }
  }
  await tab.emulateMedia({ colorScheme: 'light' });
}

async function checkKeyboard(tab, page) {
  await tab.setViewportSize({ width: 1280, height: 800 });
  const fault = (text) => report.fault('keyboard', page, text);
  const count = await tab.evaluate(markFocusable);
  // The search page puts the focus into its field; Tab begins at the top of every page.
  await tab.evaluate(() => { document.activeElement?.blur(); document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); });
  const last = Math.min(count, MAX_TABS);
  let expected = 0;
  for (let extra = 0; expected < last; ) {
    await tab.keyboard.press('Tab');
    const { at, name, faults } = await tab.evaluate(lookAtFocus);
    if (at < 0 && ++extra <= 20 && name !== 'the page') continue; // a box that scrolls may take the focus too
    if (at !== expected) { fault(`Tab ${expected + 1} of ${count} leads to ${name}, not to number ${expected + 1} of the document`); break; }
    for (const text of faults) fault(`${name} ${text}`);
    expected++;
  }
  await tab.evaluate(() => document.activeElement?.blur());
}

async function checkWidth(tab, page) {
  for (const width of WIDTHS) {
    await tab.setViewportSize({ width, height: 800 });
    for (const factor of [1, 2]) {
      const check = `width-${width}${factor === 2 ? '-text-200' : ''}`;
      await tab.evaluate(setText, 1);
      await tab.evaluate(settle);
      const before = await tab.evaluate(textSizes);
      await tab.evaluate(setText, factor);
      await tab.evaluate(settle);
      for (const text of await tab.evaluate(findOverflow)) report.fault(check, page, text);
      if (factor === 1) continue;
      const after = await tab.evaluate(textSizes);
      const fixed = before.filter((e, i) => after[i] && after[i].size < 1.5 * e.size);
      if (fixed.length > 0) report.fault(check, page, `${fixed.length} texts do not grow, first ${fixed[0].name}`);
    }
  }
  await tab.evaluate(setText, 1);
}

// Comes last: the styles stay.
async function checkSpacing(tab, page) {
  await tab.evaluate(setSpacing);
  for (const width of WIDTHS) {
    await tab.setViewportSize({ width, height: 800 });
    await tab.evaluate(settle);
    for (const text of await tab.evaluate(findOverflow)) report.fault(`spacing-${width}`, page, text);
  }
}

// Without what needs a script: the search (its page says so), and the buttons that print a page and save a form.
const textWithoutTools = () => {
  const tools = [...document.querySelectorAll('[role=search], .search-link, #m_print, .form-save, .filter')];
  for (const element of tools) element.style.display = 'none';
  // What a browser has not laid out yet, because it is out of sight, has no innerText.
  for (const row of document.querySelectorAll('.works tbody tr')) row.style.contentVisibility = 'visible';
  const text = document.body.innerText;
  for (const element of tools) element.style.display = '';
  return text;
};

async function checkAlone(tab, plain, page, url) {
  for (const source of await tab.evaluate(loadAll)) report.fault('alone', page, `the picture ${source} does not load`);
  const text = await tab.evaluate(textWithoutTools);
  await plain.goto(url);
  const instead = await plain.evaluate(() => document.querySelector('noscript')?.innerText ?? '');
  if (instead.length > 20) return;
  if ((await plain.evaluate(textWithoutTools)) !== text) report.fault('alone', page, 'without scripts the text is another');
}

// ---- the run -----------------------------------------------------------------------------------------------------

if (pages.length === 0) report.fault('pages', { name: folders.join(' ') }, 'no page');
report.note('pages', `${pages.length}`);
const sampled = new Set(sample(pages, SAMPLED));
if (sampled.size < pages.length) for (const check of checks.filter((c) => /keyboard|width|spacing/.test(c))) report.note(check, `${sampled.size} of ${pages.length} pages`);

deadline(1800, report.title);
const browser = await launch();
const scripted = await browser.newContext({ reducedMotion: 'reduce' });
const unscripted = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });

await inParallel(pages, 2, async (page) => {
  const tab = await scripted.newPage();
  const plain = await unscripted.newPage();
  const home = `${pathToFileURL(page.root)}/`;
  for (const watched of [tab, plain]) {
    watched.on('request', (r) => { if (!r.url().startsWith(home) && !/^(data|about|blob):/.test(r.url())) report.fault('alone', page, `asks for ${r.url()}`); });
    watched.on('requestfailed', (r) => report.fault('alone', page, `does not get ${r.url()}: ${r.failure()?.errorText}`));
  }
  try {
    const url = String(pathToFileURL(page.file));
    await tab.setViewportSize({ width: 1280, height: 800 });
    await tab.goto(url);
    await checkAlone(tab, plain, page, url);
    if (sampled.has(page)) {
      await checkKeyboard(tab, page);
      await checkWidth(tab, page);
    }
    await checkAxe(tab, page);
    if (sampled.has(page)) await checkSpacing(tab, page);
  } catch (error) {
    report.fault('pages', page, error.message.split('\n')[0]);
  } finally {
    await tab.close();
    await plain.close();
  }
});
await browser.close();
process.exit(report.print() > 0 ? 1 : 0);
