// verify.js: says of PDF files whether they are records of this site, from the digests below verify/ (src/site/digests.h says
// what these hold). A file is read on the device and sent nowhere. What follows a record in a file cannot be judged here.
(function () {
  'use strict';

  // --- SHA-256 (FIPS 180-4), because pages without https have no crypto.subtle

  const K = new Int32Array(64);
  const START = new Int32Array(8);
  (function () {
    // The first 32 bits of the fractions of the roots of the first primes.
    const bits = (x) => ((x - Math.floor(x)) * 0x100000000) | 0;
    for (let n = 2, i = 0; i < 64; n++) {
      let prime = true;
      for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
      if (!prime) continue;
      if (i < 8) START[i] = bits(Math.sqrt(n));
      K[i++] = bits(Math.cbrt(n));
    }
  })();
  const W = new Int32Array(64);

  // Takes the 64 bytes at the offset into the state.
  function takeBlock(state, bytes, at) {
    for (let i = 0; i < 16; i++, at += 4)
      W[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    for (let i = 16; i < 64; i++) {
      const x = W[i - 15], y = W[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      W[i] = (W[i - 16] + s0 + W[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    state[0] += a; state[1] += b; state[2] += c; state[3] += d;
    state[4] += e; state[5] += f; state[6] += g; state[7] += h;
  }

  // The digests of the beginnings of the bytes that end at the given places, which increase.
  function digestsOf(bytes, ends) {
    const state = START.slice();
    let at = 0;
    return ends.map((end) => {
      for (; end - at >= 64; at += 64) takeBlock(state, bytes, at);
      const last = new Uint8Array(end - at < 56 ? 64 : 128), final = state.slice();
      last.set(bytes.subarray(at, end));
      last[end - at] = 0x80;
      const size = new DataView(last.buffer);
      size.setUint32(last.length - 8, Math.floor(end / 0x20000000));
      size.setUint32(last.length - 4, end << 3);
      for (let i = 0; i < last.length; i += 64) takeBlock(final, last, i);
      return Array.from(final, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    });
  }

  // --- The file

  const ENDS = 64; // how many “%%EOF” may end the record (src/register/record_prefix.h)
  const codes = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));

  // The place of the text in the bytes, or -1.
  function find(bytes, text, from) {
    for (let at = bytes.indexOf(text[0], from); at >= 0; at = bytes.indexOf(text[0], at + 1))
      if (text.every((code, i) => bytes[at + i] === code)) return at;
    return -1;
  }

  // Where the record may end, as in src/register/record_prefix.c.
  function endsOf(bytes) {
    const mark = codes('%%EOF'), ends = [];
    for (let lines = 0, at = 0; lines < ENDS; lines++) {
      at = find(bytes, mark, at);
      if (at < 0) break;
      ends.push((at += 5));
      if (bytes[at] === 13) ends.push(++at);
      if (bytes[at] === 10) ends.push(++at);
    }
    if (ends[ends.length - 1] !== bytes.length) ends.push(bytes.length);
    return ends;
  }

  // The identity that the metadata (XMP) states, or “”.
  function identityOf(bytes) {
    const tag = codes('<dc:identifier>'), at = find(bytes, tag, 0);
    if (at < 0) return '';
    const text = String.fromCharCode(...bytes.subarray(at + tag.length, at + tag.length + 400));
    return text.split('<')[0];
  }

  // --- The register, as far as it is needed

  const page = document.getElementById('m_verify');
  const shards = {}; // name: promise of its rows
  const waiting = {};

  window.matbuVerify = (name, rows) => waiting[name] && waiting[name](rows);

  function load(name) {
    if (shards[name]) return shards[name];
    shards[name] = new Promise((resolve, reject) => {
      const script = document.createElement('script');
      waiting[name] = resolve;
      script.src = 'verify/r' + name + '.js';
      script.onerror = () => {
        delete shards[name];
        reject(new Error(script.src));
      };
      document.head.append(script);
    });
    return shards[name];
  }

  const rowsOf = async (key) => (await load(key.slice(0, +page.dataset.digits))).filter((row) => row[0] === key);

  // --- The verdict

  async function withRecord(bytes) {
    const ends = endsOf(bytes), digests = digestsOf(bytes, ends);
    for (let i = ends.length; i-- > 0; ) {
      const [row] = await rowsOf(digests[i]);
      if (row) return { is: ends[i] === bytes.length ? 'intact' : 'appended', row };
    }
    return null;
  }

  // The release that the file names: its metadata, else its own name.
  async function withName(bytes, name) {
    const stated = identityOf(bytes);
    const digestOf = (text) => digestsOf(text, [text.length])[0];
    const keyOf = (stem) => digestOf(new TextEncoder().encode(stem));
    const row = (await rowsOf(keyOf(stated.split('/').pop()))).find((found) => found[1] === stated) ||
      (await rowsOf(keyOf(name.replace(/\.pdf$/i, ''))))[0];
    return row ? { is: 'altered', row } : { is: 'unknown' };
  }

  async function verdictOf(file) {
    let bytes;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      return { is: 'unread' };
    }
    if (find(bytes.subarray(0, 1024), codes('%PDF-'), 0) < 0) return { is: 'not-pdf' };
    try {
      return (await withRecord(bytes)) || (await withName(bytes, file.name));
    } catch (error) {
      return { is: 'broken' };
    }
  }

  // --- What is shown

  const found = document.getElementById('m_found'), list = document.getElementById('m_verdicts');
  const textOf = (is) => page.dataset[is.replace(/-(.)/, (all, c) => c.toUpperCase())];

  function add(to, tag, text, kind) {
    const element = document.createElement(tag);
    element.textContent = text;
    if (kind) element.className = kind;
    to.append(element);
    return element;
  }

  function addLink(to, label, path, text) {
    const line = add(to, 'p', label + ': ');
    add(line, 'a', text).setAttribute('href', path);
  }

  function show(file, verdict) {
    const item = add(list, 'li', '', 'verdict-' + verdict.is), [, edition, state, current] = verdict.row || [];
    add(item, 'strong', file.name);
    add(item, 'p', textOf(verdict.is), 'verdict');
    if (!edition) return;
    const line = add(item, 'p', '');
    add(line, 'a', edition).setAttribute('href', edition + '.html');
    if (state) line.append(' – ' + state);
    if (verdict.is !== 'intact') addLink(item, textOf('record'), edition + '.pdf', edition.split('/').pop() + '.pdf');
    if (current) addLink(item, textOf('current'), current + '.html', current);
  }

  let turn = Promise.resolve();

  // Files are judged one after the other: one of them is in memory at a time.
  function judge(files) {
    list.textContent = found.textContent = '';
    turn = [...files].reduce(
      (before, file) => before.then(async () => show(file, await verdictOf(file))), turn);
    turn = turn.then(() => (found.textContent = found.dataset.done.replace('{1}', list.children.length)));
  }

  page.hidden = false;
  document.getElementById('m_files').addEventListener('change', (event) => judge(event.target.files));
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    page.classList.add('over');
  });
  document.addEventListener('dragleave', () => page.classList.remove('over'));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    page.classList.remove('over');
    if (event.dataTransfer.files.length) judge(event.dataTransfer.files);
  });
})();
