// search.cjs SITE queries FILE: each line “query TAB work”: that work is the first result.
// search.cjs SITE sentences FILE: each line “query TAB work TAB sentence”: the work shows the sentence, its words in [].
// search.cjs SITE old: old editions are found on request only.
// search.cjs SITE stems: the stem of every word of the index, by the script, is in the index that C made.
// search.cjs SITE words: as many documents for every spelling of a word.
// search.cjs SITE cost BYTES QUERY…: what a first search transfers, compressed, with the sentences of its results.
const { readFileSync, readdirSync } = require('node:fs');
const { gzipSync } = require('node:zlib');
const vm = require('node:vm');

const [site, what, ...rest] = process.argv.slice(2);
const ara = require(require('node:path').resolve(site, 'ara.js'));
let transferred = 0;

async function load(name) {
  const text = readFileSync(`${site}/ara/${name}.js`, 'utf8');
  transferred += gzipSync(text).length;
  let data;
  vm.runInNewContext(text, { matbuAra: (of, value) => { if (of === name) data = value; } });
  return typeof data === 'string' ? data : JSON.parse(JSON.stringify(data));
}

async function queries(file) {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const search = ara.engine(load);
  for (const line of lines) {
    const [query, work] = line.split('\t'), found = await search(query);
    if (found.results[0]?.work === work) console.log(`ok query ${query}`);
    else console.log(`FAIL query ${query}: ${found.results.slice(0, 3).map((r) => r.work).join(' ') || 'nothing'}`);
  }
}

async function sentences(file) {
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const [query, work, want] = line.split('\t'), pieces = ara.sentenceOf(await load(work), query);
    const has = pieces ? pieces.map((piece, i) => (i % 2 ? `[${piece}]` : piece)).join('') : '–';
    console.log(has === want ? `ok sentence ${query}` : `FAIL sentence ${query}: ${has}`);
  }
}

async function old() {
  const current = ara.engine(load), former = ara.engine((name) => load(`eski/${name}`));
  for (const [query, count, also, first] of [['kanarya', 0, 1, 'klv/bim/hesap/parola_20230101_0'],
    ['parolanızı unuttuysanız', 1, 2, 'klv/bim/hesap/parola'], ['öğrenci belgesi', 1, 1, 'frm/oidb/kayit/ogrenci-belgesi'],
    ['qqqqqq', 0, 0, undefined]]) {
    const found = await current(query), all = ara.together(found, await former(query));
    console.log((found.all ? found.count : 0) === count && all.count === also && all.results[0]?.work === first ? `ok old ${query}` :
      `FAIL old ${query}: ${found.count} ${all.count} ${all.results[0]?.work}`);
  }
}

function stems() {
  const words = new Set();
  for (const name of readdirSync(`${site}/ara`).filter((n) => /^t[0-9]+\.js$/.test(n)))
    for (const line of readFileSync(`${site}/ara/${name}`, 'utf8').replace(/^[^"]*"t[0-9]+","/, '').split('\\n'))
      if (line.includes(' ')) words.add(line.split(' ')[0]);
  const lost = [...words].filter((w) => !words.has(ara.stem(w)) || ara.wordsOf(w)[0] !== w);
  console.log(words.size > 100 && lost.length === 0 ? 'ok stems' : `FAIL stems: ${lost.slice(0, 9)} of ${words.size}`);
}

async function words() {
  const search = ara.engine(load);
  for (const same of [['IŞIK', 'ışık', 'isik', 'Işık', 'ışik'], ['kayıt', 'kayit', 'KAYIT'], ['İzin', 'izin', 'IZIN', 'ızın'],
    ['Konya’nın', "Konya'nın", 'KONYA’DA', 'konya'], ['öğrenci', 'OGRENCI', 'ÖĞRENCİ', 'o\u0308g\u0306renci']]) {
    const counts = [];
    for (const word of same) counts.push((await search(word)).count);
    console.log(new Set(counts).size === 1 && counts[0] > 0 ? `ok same ${same[0]}` : `FAIL same ${same}: ${counts}`);
  }
}

async function cost(most, list) {
  for (const query of list) {
    transferred = gzipSync(readFileSync(`${site}/ara.js`)).length;
    const found = await ara.engine(load)(query);
    for (const result of found.results) await load(result.work);
    console.log(found.count !== 0 && transferred <= most ? `ok cost ${query} (${transferred})` :
      `FAIL cost ${query}: ${transferred} bytes, ${found.count} found`);
  }
}

({ queries: () => queries(rest[0]), sentences: () => sentences(rest[0]), old, stems, words,
  cost: () => cost(+rest[0], rest.slice(1)) })[what]();
