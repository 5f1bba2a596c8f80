// liste.js: filters the table of documents while the reader types or chooses; without a script the whole table is there.
(function () {
  'use strict';
  const FEW = 8;                      // rows that one sees at a glance
  const AT_ONCE = 40;                 // a slow browser needs longer than a keystroke to hide or show hundreds of rows
  const form = document.getElementById('m_filter'), rows = [...document.querySelectorAll('.works tbody tr')];
  if (!form || rows.length < FEW) return;

  // As in ara.js: the letters i are one, others are their base letters.
  const BASE = { ç: 'c', ğ: 'g', ı: 'i', î: 'i', ö: 'o', ş: 's', ü: 'u', û: 'u', â: 'a' };
  const fold = (text) => text.normalize('NFC').replace(/[Iİ]/g, 'i').toLowerCase().replace(/[çğıîöşüûâ]/g, (c) => BASE[c]);

  const field = document.getElementById('m_filter_text'), said = form.querySelector('.found');
  const texts = rows.map((row) => fold(row.textContent.replace(/\s+/g, ' ')));
  const selects = [...form.querySelectorAll('select')].filter(offer);

  // Lists what the rows have; a choice of one is none.
  function offer(select) {
    const values = [...new Set(rows.map((row) => row.dataset[select.dataset.by]).filter(Boolean))]
      .sort((a, b) => a.localeCompare(b, 'tr'));
    select.append(...values.map((value) => new Option(value, value)));
    select.closest('p').hidden = values.length < 2;
    return values.length > 1;
  }

  let waiting = [], timer;

  // Hides or shows the rows that wait, some at a time, in their order: what is in sight is right at once.
  function turn() {
    clearTimeout(timer);
    for (const row of waiting.splice(0, AT_ONCE)) row.hidden = !row.hidden;
    if (waiting.length) timer = setTimeout(turn);
  }

  function update() {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    const chosen = selects.filter((select) => select.value !== '');
    let shown = 0;
    waiting = rows.filter((row, i) => {
      const is = words.every((word) => texts[i].includes(word)) &&
        chosen.every((select) => row.dataset[select.dataset.by] === select.value);
      shown += is;
      return is === row.hidden;
    });
    turn();
    let text = shown === 0 ? said.dataset.none : said.dataset.shown;
    text = shown === rows.length ? '' : text.replace('{1}', shown).replace('{2}', rows.length);
    if (said.textContent !== text) said.textContent = text;
  }

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', update);
  form.hidden = false;
  update();                           // a page that one comes back to keeps what was typed
})();
