// html.mjs: brings an HTML fragment into one form, so that two writers of the same elements can be compared: entities
// decoded, attributes sorted, `<br />` as `<br>`, white space collapsed outside pre and dropped next to block tags.
// What may differ by intent is not for this file: see run.mjs and differs.txt.
const BLOCK = new Set(['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'div', 'section', 'aside',
  'figure', 'figcaption', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'dl', 'dt', 'dd']);
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

const character = (code) => (code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code));
const decode = (text) => text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, number, name) =>
  hex ? character(parseInt(hex, 16)) : number ? character(Number(number)) : NAMED[name] ?? all);
const encode = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

// An address in one form: what need not be percent-encoded, is not.
const address = (text) => { try { return encodeURI(decodeURI(text)); } catch { return text; } };

function openTag(name, rest, drop) {
  const attributes = [...rest.matchAll(/([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)]
    .map(([, key, a, b, c]) => [key.toLowerCase(), decode(a ?? b ?? c ?? '')])
    .filter(([key]) => !drop.has(`${name} ${key}`))
    .map(([key, value]) => ` ${key}="${encode(key === 'href' || key === 'src' ? address(value) : value)}"`);
  return `<${name}${attributes.sort().join('')}>`;
}

// drop: attributes to leave out, as 'element attribute'.
export function normalise(html, drop = new Set()) {
  const out = [];
  let pre = 0;
  for (const [token, close, name, rest] of html.replace(/\r\n?/g, '\n').matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</g)) {
    if (!name) { out.push({ text: pre ? decode(token) : decode(token).replace(/[ \t\n]+/g, ' '), pre }); continue; }
    const tag = name.toLowerCase();
    if (tag === 'pre') pre += close ? -1 : 1;
    out.push({ tag, html: close ? `</${tag}>` : openTag(tag, rest.replace(/\/\s*$/, ''), drop) });
  }
  const edge = (part) => !part || BLOCK.has(part.tag);
  return out.map((part, at) => {
    if (part.tag) return (BLOCK.has(part.tag) && part.html[1] !== '/' ? '\n' : '') + part.html;
    let text = part.text;
    if (!part.pre) {
      if (edge(out[at - 1]) || out[at - 1].tag === 'br') text = text.replace(/^ /, '');
      if (edge(out[at + 1])) text = text.replace(/ $/, '');
    }
    return encode(text);
  }).join('').trim();
}
