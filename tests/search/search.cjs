// search.cjs SITE queries FILE: each line “query TAB work”: that work is the first result.
// search.cjs SITE stems: the stem of every word of the index, by the script, is in the index that C made.
// search.cjs SITE words: as many documents for every spelling of a word.
// search.cjs SITE cost QUERY…: for each what a first search transfers, compressed [byte], and its results.
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

function stems() {
  const words = new Set();
  for (const name of readdirSync(`${site}/ara`).filter((n) => n.startsWith('t')))
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

async function cost(list) {
  const own = gzipSync(readFileSync(`${site}/ara.js`)).length;
  for (const query of list) {
    transferred = own;
    const found = await ara.engine(load)(query);
    console.log(query, transferred, found.count);
  }
}

({ queries: () => queries(rest[0]), stems, words, cost: () => cost(rest) })[what]();
