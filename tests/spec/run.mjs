// run.mjs: proves that Markdown means here what the CommonMark specification says. Each example of the specification
// (0.30, as Debian's cmark) goes through the program without gate, ids and template, and must equal cmark's own
// rendering once both are in one form (html.mjs). Left out are the examples in which cmark finds raw HTML, which the
// program refuses. differs.txt lists the examples that differ on purpose, each with its reason, at most 30; a row whose
// example does not differ is a failure.
//
// MATBU is the program (default build/matbu), DUMP the command around a file (default "$MATBU build --dump html").
// `run.mjs NUMBER...` shows source, cmark's and our form of these examples. Needs: cmark, `npm ci` in tests/web.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { normalise } from './html.mjs';

const MAX_DIFFERS = 30;
const EXTRAS = new Set(['pre tabindex']); // ours, and no matter of CommonMark
const dump = (process.env.DUMP || `${process.env.MATBU || 'build/matbu'} build --dump html`).split(/\s+/);
const spec = createRequire(new URL('../web/package.json', import.meta.url))('commonmark-spec').tests
  .map((test) => ({ ...test, markdown: test.markdown.replace(/→/g, '\t') }));

// {status, out, err} of a command; status is text when it died of a signal or did not start.
const run = ([program, ...args]) => new Promise((done) => {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 10000 });
  const parts = { out: [], err: [] };
  child.stdout.on('data', (data) => parts.out.push(data));
  child.stderr.on('data', (data) => parts.err.push(data));
  child.on('error', (error) => done({ status: error.message, out: '', err: '' }));
  child.on('close', (code, signal) => done({ status: signal ?? code, out: String(Buffer.concat(parts.out)), err: String(Buffer.concat(parts.err)) }));
});

function readDiffers() {
  const rows = new Map();
  const faults = [];
  for (const line of readFileSync(new URL('differs.txt', import.meta.url), 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [, number, reason] = /^(\d+)\t(\S.*)$/.exec(line) ?? [];
    if (!number || !spec[number - 1]) faults.push(`no row of this form: ${line}`);
    else if (rows.has(Number(number))) faults.push(`example ${number} is listed twice`);
    else rows.set(Number(number), reason);
  }
  if (rows.size > MAX_DIFFERS) faults.push(`${rows.size} rows, at most ${MAX_DIFFERS}`);
  return { rows, faults };
}

// What became of an example: {kind: 'raw' | 'same' | 'differs' | 'broken', ...}
async function judge(example, folder) {
  const file = join(folder, `example-${example.number}.md`);
  writeFileSync(file, example.markdown);
  const [tree, theirs, ours] = await Promise.all([run(['cmark', '-t', 'xml', file]), run(['cmark', '--unsafe', file]), run([...dump, file])]);
  if (tree.status !== 0 || theirs.status !== 0) return { kind: 'broken', reason: `cmark: ${tree.status} ${theirs.status}` };
  if (/<html_(block|inline)/.test(tree.out)) return { kind: 'raw' };
  if (ours.status !== 0) return { kind: 'broken', reason: `status ${ours.status} ${ours.err.split('\n')[0]}` };
  const [expected, found] = [normalise(theirs.out, EXTRAS), normalise(ours.out, EXTRAS)];
  return { kind: expected === found ? 'same' : 'differs', expected, found };
}

const wanted = process.argv.slice(2).map(Number);
const examples = wanted.length > 0 ? spec.filter((e) => wanted.includes(e.number)) : spec;
const { rows, faults } = readDiffers();
const folder = mkdtempSync(join(tmpdir(), 'matbu-spec-'));
const results = new Map();
const queue = [...examples];
await Promise.all([1, 2].map(async () => {
  for (let example; (example = queue.shift()); ) results.set(example.number, await judge(example, folder));
}));
rmSync(folder, { recursive: true });

if (wanted.length > 0) {
  for (const { number, markdown, section } of examples) {
    const { kind, reason = '', expected = '', found = '' } = results.get(number);
    console.log(`--- ${number} (${section}): ${kind} ${reason}\n${markdown}--- cmark\n${expected}\n--- ours\n${found}`);
  }
  process.exit(0);
}

const count = { raw: 0, same: 0, differs: 0, broken: 0 };
const firstDifference = ({ expected, found }) => {
  const at = [...expected].findIndex((c, i) => c !== [...found][i]);
  const cut = (text) => JSON.stringify(text.slice(Math.max(0, at - 20), at < 0 ? undefined : at + 40));
  return `cmark ${cut(expected)}, ours ${cut(found)}`;
};
for (const { number, section } of examples) {
  const result = results.get(number);
  count[result.kind]++;
  if (result.kind === 'broken') faults.push(`example ${number} (${section}): ${result.reason}`);
  if (result.kind === 'differs' && !rows.has(number)) faults.push(`example ${number} (${section}): ${firstDifference(result)}`);
  if (result.kind !== 'differs' && rows.has(number)) faults.push(`example ${number} is listed in differs.txt (${rows.get(number)}) but: ${result.kind}`);
}
const sum = `${examples.length} examples: ${count.same} equal, ${count.differs} differ (${rows.size} listed), ${count.raw} with raw HTML left out`;
if (faults.length === 0) { console.log(`ok spec (${sum})`); process.exit(0); }
console.log(`FAIL spec: ${faults[0]} (${sum}; ${faults.length} faults)`);
for (const fault of faults.slice(1)) console.log(`  ${fault}`);
process.exit(1);
