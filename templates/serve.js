// serve.js: the frame of “matbu serve”: shows a page and its record side by side, and both again when they have changed, at
// the place that was being read. What changes behind what is shown is loaded behind it, so that nothing flickers.
(function () {
  'use strict';

  const byId = (id) => document.getElementById(id);
  const page = byId('page'), record = byId('record'), state = byId('state'), faults = byId('faults'), toggle = byId('toggle');
  const base = new URL('.', location.href);
  // The page that is shown, and its text; its record, and the place in it.
  const now = { page: location.hash.slice(1) || 'index.html', text: '', record: '', place: '' };
  let build = -1, others = -1, saved = null, failed = false, renewing = false, again = false, anew = true;
  // Pages are out before their records; whether the record of the page that is shown is still to come.
  let early = false, awaited = false;

  // --- Frames

  const shownIn = (pane) => pane.querySelector('iframe.shown');

  // Loads an address behind what the pane shows; resolves when it is shown, or when another has taken its place.
  function show(pane, address, before) {
    const next = document.createElement('iframe');
    pane.querySelectorAll('iframe:not(.shown)').forEach((frame) => frame.remove());
    next.title = pane.dataset.title;
    next.src = address;
    return new Promise((resolve) => {
      next.addEventListener('load', () => {
        if (next.parentNode !== pane) return resolve();
        if (before) before(next);
        const old = shownIn(pane);
        if (old !== next) {
          next.className = 'shown';
          if (old) old.remove();
        }
        resolve();
      });
      pane.append(next);
    });
  }

  // --- The place

  // Ids of the text; those of the template begin with m_.
  const anchors = (doc) => [...doc.querySelectorAll('main [id]:not([id^="m_"])')];

  // The last anchor above a height of the window, and where it stands.
  function anchorAt(frame, height) {
    let last = null;
    for (const element of anchors(frame.contentDocument)) {
      const top = element.getBoundingClientRect().top;
      if (top <= height) last = { id: element.id, top };
    }
    return last;
  }

  function placeOf(frame) {
    return { y: frame.contentWindow.scrollY, anchor: anchorAt(frame, 1) };
  }

  function goTo(frame, { y, anchor }) {
    const view = frame.contentWindow;
    const element = anchor && frame.contentDocument.getElementById(anchor.id);
    if (y !== 0 && element) y = view.scrollY + element.getBoundingClientRect().top - anchor.top;
    view.scrollTo({ top: y, behavior: 'instant' });
  }

  // --- The record

  // Headings and figures are destinations in the record under the same ids.
  function placeInRecord() {
    const frame = shownIn(page);
    const anchor = frame && anchorAt(frame, frame.clientHeight / 4);
    return '#navpanes=0' + (anchor ? '&nameddest=' + encodeURIComponent(anchor.id) : '');
  }

  // Viewers do not go elsewhere in a record that they show: it is loaded again.
  async function renewRecord(address, changed) {
    const place = placeInRecord();
    if (!changed && address === now.record && place === now.place) return;
    Object.assign(now, { record: address, place });
    if (address) await show(record, `${address}?v=${build}${encodeURIComponent(place)}${place}`);
    else record.querySelectorAll('iframe').forEach((frame) => frame.remove());
  }

  // --- The page

  // A link to another site opens in a tab of its own: here its page is not allowed.
  function onClick(event) {
    const link = event.target.closest('a[href]');
    if (link && link.origin !== location.origin) Object.assign(link, { target: '_blank', rel: 'noopener noreferrer' });
  }

  let timer = 0;
  function onScroll() {
    clearTimeout(timer);
    timer = setTimeout(() => { renewRecord(now.record, false); }, 200);
  }

  async function textOf(address) {
    try {
      const answer = await fetch(new URL(address, base));
      return answer.ok ? answer.text() : '';
    } catch {
      return '';
    }
  }

  const pathOf = (url) => new URL(url).pathname.slice(base.pathname.length);

  // The record to which the page leads.
  function recordOf(frame) {
    const link = frame && frame.contentDocument.querySelector('a.record[href]');
    return link ? pathOf(link.href) : '';
  }

  // The frame has a page, ours or one that the reader went to by a link.
  async function arrive(frame) {
    const path = pathOf(frame.contentWindow.location);
    frame.contentDocument.addEventListener('click', onClick);
    frame.contentDocument.addEventListener('scroll', onScroll, { passive: true });
    if (path !== now.page) {
      now.page = path;
      now.text = await textOf(path);
      history.replaceState(null, '', '#' + path);
    }
    await renewRecord(recordOf(frame), true);
  }

  // Makes an element like another one by changing only what differs: the browser lays out that alone.
  function become(old, next) {
    const was = [...old.childNodes], is = [...next.childNodes];
    while (was.length && is.length && was[0].isEqualNode(is[0])) was.shift(), is.shift();
    let behind = null;
    while (was.length && is.length && was.at(-1).isEqualNode(is.at(-1))) behind = was.pop(), is.pop();
    if (was.length === is.length)
      was.forEach((node, i) => {
        const alike = node.nodeType === 1 && node.cloneNode(false).isEqualNode(is[i].cloneNode(false));
        if (alike) become(node, is[i]); else node.replaceWith(is[i]);
      });
    else {
      was.forEach((node) => node.remove());
      is.forEach((node) => old.insertBefore(node, behind));
    }
  }

  // Puts another text of a document into the page that is shown: quicker than to load the page again. False where its
  // head has other files, or a script of a form listens to parts of it.
  function replace(frame, text, soon) {
    const doc = frame.contentDocument, next = new DOMParser().parseFromString(text, 'text/html');
    const files = (one) => [...one.head.querySelectorAll('link, script')].map((element) => element.outerHTML).join('');
    const place = placeOf(frame);
    const link = doc.querySelector('.actions'), nextLink = next.querySelector('.actions');
    // A page has no link to a record that is to come: the old one stays.
    if (soon && link && nextLink) nextLink.replaceWith(link.cloneNode(true));
    if (!next.querySelector('.text') || next.querySelector('script[src*="form"]') || files(doc) !== files(next)) return false;
    doc.title = next.title;
    doc.documentElement.lang = next.documentElement.lang;
    become(doc.body, doc.adoptNode(next.body));
    // A script runs again where it is another element.
    for (const script of doc.head.querySelectorAll('script[src]')) {
      const fresh = doc.createElement('script');
      for (const { name, value } of script.attributes) fresh.setAttribute(name, value);
      script.replaceWith(fresh);
    }
    goTo(frame, place);
    return true;
  }

  // Returns whether the record is to be renewed, too; arrive() does that by itself.
  async function renewPage(soon) {
    const text = await textOf(now.page), frame = shownIn(page), whole = anew;
    if (!text || (text === now.text && !whole)) return false;
    if (!whole && replace(frame, text, soon)) {
      now.text = soon ? null : text;
      return true;
    }
    if (soon) return false;
    now.text = text;
    anew = false;
    await show(page, now.page, (next) => {
      const same = frame && shownIn(page) === frame && pathOf(frame.contentWindow.location) === now.page;
      if (same) goTo(next, placeOf(frame));
      arrive(next);
    });
    return false;
  }

  // One renewal at a time; what came meanwhile needs one more.
  async function renew() {
    again = true;
    if (renewing) return;
    renewing = true;
    while (again) {
      again = false;
      const soon = early, link = recordOf(shownIn(page));
      const begun = awaited && !soon && link !== '';
      if (begun) renewRecord(link, true);
      const changed = await renewPage(soon);
      if (!soon && !begun && (changed || awaited)) await renewRecord(recordOf(shownIn(page)), true);
      awaited = soon && (changed || awaited);
    }
    renewing = false;
  }

  // --- Faults

  // path:line:col: what is wrong; how to fix it [id]
  function faultOf(line) {
    const item = document.createElement('li');
    const [, place, text] = line.match(/^(\S+?(?::\d+)*): (.*)$/) || [null, '', line];
    if (place) item.append(Object.assign(document.createElement('b'), { textContent: place }), ' ');
    item.append(text);
    return item;
  }

  function showFaults(event) {
    const title = faults.querySelector('summary');
    const { errors, warnings } = title.dataset;
    faults.querySelector('ul').replaceChildren(...event.faults.map(faultOf));
    title.textContent = `${event.failed ? errors : warnings} (${event.total})`;
    faults.hidden = event.faults.length === 0;
    faults.classList.toggle('failed', event.failed);
    if (event.failed !== failed) faults.open = event.failed;
    failed = event.failed;
  }

  // --- Events

  const events = new EventSource('_/events');
  events.addEventListener('message', ({ data }) => {
    const event = JSON.parse(data);
    const { busy, good, failed: bad } = state.dataset;
    state.textContent = event.failed ? bad : event.busy ? busy : good;
    if (event.build === build && event.early === early) return;
    ({ build, early } = event);
    anew = anew || event.others !== others;
    others = event.others;
    showFaults(event);
    // Where no document is shown, the one that was saved is.
    if (saved !== null && event.saved !== saved && !recordOf(shownIn(page))) Object.assign(now, { page: event.saved + '.html', text: '' });
    anew = anew || now.text === '';
    saved = event.saved;
    renew();
    if (anew) showLinks();
  });
  events.addEventListener('error', () => { state.textContent = state.dataset.ended; build = -1; });

  // --- The bar

  function onBar(event) {
    event.preventDefault();
    Object.assign(now, { page: event.target.getAttribute('href'), text: '' });
    history.replaceState(null, '', '#' + now.page);
    anew = true;
    renew();
  }
  const links = document.querySelectorAll('nav a');
  links.forEach((link) => link.addEventListener('click', onBar));
  // Only a collection with a register has a list of drafts.
  const showLinks = () => links.forEach(async (link) => { link.hidden = await textOf(link.getAttribute('href')) === ''; });

  function setBoth(both) {
    toggle.setAttribute('aria-pressed', String(both));
    record.hidden = !both;
  }
  toggle.addEventListener('click', () => setBoth(record.hidden));
  setBoth(matchMedia('(min-width: 60rem)').matches);
})();
