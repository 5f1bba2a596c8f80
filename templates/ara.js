// ara.js: searches the index below ara/ (src/site/search.h says what it holds), shows the results on ara.html, and leads
// there from the search field of other pages. Words are folded as in src/site/fold.c.
(function () {
  'use strict';

  // --- Words

  const BASE = { ç: 'c', ğ: 'g', ı: 'i', î: 'i', ö: 'o', ş: 's', ü: 'u', û: 'u', â: 'a' };
  // The ending, and how many letters stay at least: 3 where there is no number.
  const ENDINGS = ('imiz umuz iniz unuz lari leri lar ler nin nun dan den tan ten da de ta te si su yi yu ya ye na ne ni nu ' +
    'la le li4 lu4 in un im4 um4 m5 i u a e').split(' ').map((text) => [text.replace(/[0-9]/, ''), +(text.match(/[0-9]/) || 3)]);

  function fold(text) {
    let folded = '';
    for (const letter of text.normalize('NFC')) {
      const c = letter.codePointAt(0);
      const lower = letter === 'I' || letter === 'İ' ? 'i' : c < 0x180 && c !== 0xd7 ? letter.toLowerCase() : letter;
      folded += BASE[lower] || lower;
    }
    return folded;
  }

  function wordsOf(text) {
    return (fold(text).match(/[a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+(?:['‘’][a-z\u00c0-\u024f]*)?|[0-9]+(?:['‘’][a-z\u00c0-\u024f]*)?/g) || [])
      .map((word) => word.replace(/['‘’].*$/, ''))
      .map((word) => (/^[0-9]/.test(word) ? word.replace(/^0+(?=.)/, '') : word));
  }

  const isVowel = (c) => c !== undefined && 'aeiou'.includes(c);

  function withoutEnding(word) {
    for (const [end, stays] of ENDINGS) {
      const rest = word.slice(0, -end.length);
      if (rest.length < stays || !word.endsWith(end) || !/[aeiou]/.test(rest)) continue;
      if (end !== 'm' || isVowel(rest[rest.length - 1])) return rest;
    }
    return word;
  }

  function stem(word) {
    if (/^[0-9]/.test(word)) return word;
    for (let shorter; (shorter = withoutEnding(word)) !== word; ) word = shorter;
    const hard = { b: 'p', d: 't', g: 'k' }[word.slice(-1)];
    if (hard) word = word.slice(0, -1) + hard;
    const n = word.length;
    if (n >= 4 && 'iu'.includes(word[n - 2]) && !isVowel(word[n - 1]) && !isVowel(word[n - 3]) && isVowel(word[n - 4]))
      word = word.slice(0, n - 2) + word[n - 1];
    return word;
  }

  // Whether one letter was left out, added, changed, or two were exchanged.
  function isNear(a, b) {
    if (Math.abs(a.length - b.length) > 1 || a === b) return false;
    let i = 0, j = 0;
    while (i < a.length && a[i] === b[i]) i++;
    while (j < a.length - i && j < b.length - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j++;
    const x = a.slice(i, a.length - j), y = b.slice(i, b.length - j);
    return (x.length <= 1 && y.length <= 1) || (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]);
  }

  // --- Index

  const WEIGHTS = [12, 6, 3, 1];      // title and identity, keyword, heading and summary, text
  const EXACT = 1, STEM = 0.8, PREFIX = 0.6, NEAR = 0.4;
  const SHOWN = 10, PREFIX_FILES = 2;

  // load(name) promises what the file ara/NAME.js passes to matbuAra().
  function engine(load) {
    const files = new Map();
    function file(name) {
      if (!files.has(name)) files.set(name, load(name));
      return files.get(name);
    }

    // The number of the first file that may hold the word.
    function fileOf(first, word) {
      let low = 0, high = first.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (first[middle] <= word) low = middle + 1;
        else high = middle;
      }
      return Math.max(low - 1, 0);
    }

    async function lines(first, word, prefix) {
      let at = fileOf(first, word);
      const found = [];
      for (let i = 0; i < PREFIX_FILES && at < first.length; i++, at++) {
        if (i !== 0 && !(prefix && first[at].startsWith(word))) break;
        for (const line of (await file('t' + at)).split('\n'))
          if (line.startsWith(word + ' ') || (prefix && line.startsWith(word))) found.push(line);
      }
      return found;
    }

    // Adds to hits what the documents of a line score.
    function score(hits, line, word, factor, documents) {
      const space = line.indexOf(' '), groups = line.slice(space + 1).split('|').map((group) => (group ? group.split(',') : []));
      const num = groups.reduce((sum, group) => sum + group.length, 0);
      const rare = Math.log(1 + documents / num) * factor;
      groups.forEach((group, weight) => {
        let number = 0;
        for (const gap of group) {
          number += parseInt(gap, 36);
          hits.set(number, Math.max(hits.get(number) || 0, WEIGHTS[weight] * rare));
        }
      });
    }

    async function hitsOf(directory, word, last) {
      const hits = new Map(), root = stem(word);
      for (const line of await lines(directory.first, word, last && word.length > 1))
        score(hits, line, word, line.startsWith(word + ' ') ? EXACT : PREFIX, directory.documents);
      if (root !== word)
        for (const line of await lines(directory.first, root, false)) score(hits, line, word, STEM, directory.documents);
      if (hits.size === 0 && word.length > 3)
        for (const near of (await file('sozluk')).split(' ').filter((other) => isNear(word, other)))
          for (const line of await lines(directory.first, near, false)) score(hits, line, word, NEAR, directory.documents);
      return hits;
    }

    async function document_(directory, number) {
      const block = await file('d' + Math.floor(number / directory.block));
      const [title, work, date, status, summary, lang, mark] = block[number % directory.block];
      const [kind, unit] = work.split('/');
      return { title, work, date, status, summary, lang, mark,
        kind: directory.classes[kind] || kind, unit: directory.units[unit] || unit };
    }

    // Of documents with as many of the words, a title with little else comes first, and one in force.
    function rank(result, words) {
      const own = new Set(wordsOf(result.title).flatMap((word) => [word, stem(word)]));
      const common = words.filter((word) => own.has(word) || own.has(stem(word))).length;
      return result.score * (1 + common / (1 + wordsOf(result.title).length)) * (result.mark === 'withdrawn' ? 0.5 : 1);
    }

    // The language of each document that is not in that of the site: number -> tag.
    function languages(directory) {
      const tags = new Map();
      for (const [tag, , gaps] of directory.langs.slice(1))
        gaps.split(',').reduce((number, gap) => (tags.set(number += parseInt(gap, 36), tag), number), 0);
      return tags;
    }

    // Of the hits in one language those that have most words, the best first.
    function bestOf(found, tags, tag, own) {
      const hits = found.filter((hit) => (tags.get(hit.number) || own) === tag);
      const most = Math.max(0, ...hits.map((hit) => hit.words));
      return { tag, most, hits: hits.filter((hit) => hit.words === most).sort((a, b) => b.score - a.score || a.number - b.number) };
    }

    // Finds the documents in one language: the one asked for, else the site's or, where that has none with all words, another.
    // {all: whether every word was found, count, results: the first ones, old: how many old editions there are,
    // lang: the language, langs: the names of all, others: [language, how many have all words there]}
    return async function search(query, limit, asked) {
      const directory = await file('dizin'), words = [...new Set(wordsOf(query))].slice(0, 12);
      const found = new Map();
      for (const [i, word] of words.entries())
        for (const [number, points] of await hitsOf(directory, word, i === words.length - 1)) {
          const hit = found.get(number) || { number, words: 0, score: 0 };
          hit.words++;
          hit.score += points;
          found.set(number, hit);
        }
      const all = [...found.values()], tags = languages(directory), own = directory.langs[0][0];
      const each = directory.langs.map(([tag]) => bestOf(all, tags, tag, own));
      const full = each.filter((of) => of.hits.length !== 0 && of.most === words.length);
      const { tag: lang, most, hits } = each.find((of) => of.tag === asked) || full[0] || each[0];
      const results = [];
      for (const hit of hits.slice(0, limit || SHOWN)) results.push({ ...hit, ...(await document_(directory, hit.number)) });
      results.sort((a, b) => rank(b, words) - rank(a, words) || a.number - b.number);
      return { all: most === words.length, count: hits.length, results, old: directory.old, lang, langs: new Map(directory.langs),
        others: full.filter((of) => of.tag !== lang).map((of) => [of.tag, of.hits.length]) };
    };
  }

  // The current editions, then the old ones; where either has all words, only those that have all.
  function together(current, old) {
    const best = [current, old].filter((found) => found.count && found.all === (current.all || old.all));
    return { ...current, all: current.all || old.all, count: best.reduce((sum, found) => sum + found.count, 0),
      results: best.flatMap((found) => found.results) };
  }

  // --- Sentences

  const LONG = 220;                   // letters of a sentence that is shown whole

  // Pieces of text, in turn without and with a word of the query; which words they have.
  function marked(text, words) {
    const has = new Set(), pieces = [''];
    let end = 0;
    for (const { 0: token, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['‘’]\p{L}+)?/gu)) {
      const own = wordsOf(token), n = words.findIndex((word, i) => own.some((other) => other === word || stem(other) === stem(word) ||
        (i === words.length - 1 && word.length > 1 && other.startsWith(word)) || (word.length > 3 && isNear(word, other))));
      pieces[pieces.length - 1] += text.slice(end, index);
      end = index + token.length;
      if (n < 0) pieces[pieces.length - 1] += token;
      else if (has.add(n)) pieces.push(token, '');
    }
    pieces[pieces.length - 1] += text.slice(end);
    return { pieces, has: has.size };
  }

  // The sentence of the text that has most words of the query, as pieces; null where none has any.
  function sentenceOf(text, query) {
    const words = [...new Set(wordsOf(query))];
    let best = null, most = 0;
    for (const sentence of text.replace(/([.!?…])\s+(?=[\p{Lu}\p{N}“"(])/gu, '$1\n').split('\n')) {
      const found = marked(sentence, words), points = found.has && found.has + (wordsOf(sentence).length > 4 ? 0.5 : 0);
      if (points > most) [best, most] = [found.pieces, points];
    }
    return best && shortened(best);
  }

  // What stands far from the marked words is left out.
  function shortened(pieces) {
    if (pieces.join('').length <= LONG) return pieces;
    const short = [pieces[0].length > 60 ? '… ' + pieces[0].slice(-60).replace(/^\S*\s/, '') : pieces[0]];
    let room = LONG - short[0].length;
    for (const piece of pieces.slice(1)) {
      short.push(piece.length <= room ? piece : piece.slice(0, Math.max(room, 0)).replace(/\s\S*$/, '') + ' …');
      if ((room -= piece.length) < 0) break;
    }
    return short;
  }

  if (typeof module !== 'undefined') {
    module.exports = { fold, wordsOf, stem, isNear, engine, together, sentenceOf };
    return;
  }

  // --- Pages

  const script = document.currentScript, root = script.getAttribute('src').replace(/ara\.js$/, '');
  const waiting = new Map();
  window.matbuAra = (name, data) => waiting.get(name)(data);

  function load(name) {
    return new Promise((resolve, reject) => {
      const element = document.createElement('script');
      waiting.set(name, resolve);
      element.src = `${root}ara/${name}.js`;
      element.onerror = reject;
      document.head.append(element);
    });
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }

  function show(list, results) {
    list.replaceChildren(...results.map((result) => {
      const item = element('li', '', ''), link = element('a', '', result.title);
      const meta = element('p', 'meta', [result.kind, result.unit, result.date].filter(Boolean).join(' · '));
      link.href = `${root}${result.work}.html`;
      if (result.lang) item.lang = result.lang;
      if (result.status) meta.append(' · ', element('span', result.mark && 'mark', result.status));
      item.append(link, meta, element('p', 'summary', result.summary));
      return item;
    }));
  }

  const texts = new Map();            // work -> promise of its text

  // A text that cannot be read leaves the summary in its place.
  async function showSentence(item, work, query) {
    if (!texts.has(work)) texts.set(work, load(work).catch(() => ''));
    const pieces = sentenceOf(await texts.get(work), query);
    if (pieces) item.querySelector('.summary').replaceChildren(...pieces.map((piece, i) => (i % 2 ? element('mark', '', piece) : piece)));
  }

  function lead(form) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      location.href = `${root}ara.html?q=${encodeURIComponent(form.elements.q.value)}`;
    });
  }

  function run() {
    const form = document.getElementById('m_search'), field = form && form.elements.q;
    const list = document.getElementById('m_results'), status = document.getElementById('m_found');
    if (!form) return;
    form.hidden = false;
    if (!list) return lead(form);
    const old = form.elements.eski, current = engine(load), former = engine((name) => load(`eski/${name}`));
    const asked = new URLSearchParams(location.search), lang = asked.get('dil') || '';
    let turn = 0, timer, sentences;
    async function find(query) {
      const found = await current(query, SHOWN, lang);
      old.closest('p').hidden = !found.old;
      return old.checked && found.old ? together(found, await former(query, SHOWN, found.lang)) : found;
    }
    function address(query, tag) {
      return `?q=${encodeURIComponent(query)}${old.checked ? '&eski=1' : ''}${tag ? `&dil=${tag}` : ''}`;
    }
    // Links to what was found in other languages.
    function offer(found, query) {
      const others = document.getElementById('m_languages');
      others.hidden = found.others.length === 0;
      others.querySelector('ul').replaceChildren(...found.others.map(([tag, count]) => {
        const item = element('li', '', ''), link = element('a', '', `${found.langs.get(tag)} (${count})`);
        link.href = address(query, tag);
        link.lang = link.hreflang = tag;
        item.append(link);
        return item;
      }));
    }
    async function update() {
      const mine = ++turn, query = field.value.trim();
      clearTimeout(sentences);
      if (query === '') {
        list.replaceChildren();
        document.getElementById('m_languages').hidden = true;
        status.textContent = '';
        return;
      }
      try {
        const found = await find(query);
        if (mine !== turn) return;
        show(list, found.results);
        offer(found, query);
        const text = found.count === 0 ? status.dataset.none : found.all ? status.dataset.found : status.dataset.near;
        status.textContent = text.replace('{1}', found.count);
        const items = [...list.children];
        sentences = setTimeout(() => found.results.forEach((result, i) => showSentence(items[i], result.work, query)), 150);
      } catch {
        status.textContent = status.dataset.broken;
      }
    }
    function remember() {
      try {
        history.replaceState(null, '', address(field.value.trim(), lang));
      } catch { /* a page that was opened from a folder keeps its address */ }
    }
    function now() {
      remember();
      update();
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      now();
    });
    old.addEventListener('change', now);
    field.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(update, 200);
    });
    field.value = asked.get('q') || '';
    old.checked = asked.has('eski');
    field.focus();
    update();
  }

  run();
})();
