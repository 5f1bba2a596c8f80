// liste.js: filters the table of documents while the reader types or chooses; without a script the whole table is there.
(function () {
  'use strict';
  const FEW = 8;                      // rows that one sees at a glance
  const AT_ONCE = 15;                 // a browser needs longer than a keystroke to lay out hundreds of rows
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

  // Shows the rows that wait, some at a time, in their order.
  function show() {
    clearTimeout(timer);
    for (const row of waiting.splice(0, AT_ONCE)) row.hidden = false;
    if (waiting.length) timer = setTimeout(show);
  }

  function update() {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    const chosen = selects.filter((select) => select.value !== '');
    let shown = 0;
    waiting = rows.filter((row, i) => {
      const is = words.every((word) => texts[i].includes(word)) &&
        chosen.every((select) => row.dataset[select.dataset.by] === select.value);
      shown += is;
      if (is) return row.hidden;
      row.hidden = true;
    });
    show();
    const text = shown === 0 ? said.dataset.none : said.dataset.shown;
    said.textContent = shown === rows.length ? '' : text.replace('{1}', shown).replace('{2}', rows.length);
  }

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', update);
  form.hidden = false;
  update();                           // a page that one comes back to keeps what was typed
})();
