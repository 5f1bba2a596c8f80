// page.js: shows the button that prints the page; without a script there is none.
(function () {
  'use strict';
  const button = document.getElementById('m_print');

  if (!button || !window.print) return;
  button.addEventListener('click', () => window.print());
  button.hidden = false;
})();
