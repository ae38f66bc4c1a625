import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { createFaqIndex, type FaqSearch } from '@domain/desk/faq-search';
import type { FaqLead } from '@domain/desk/faq.schema';
import { ROOT } from '../serve-app';
import { grownEntries } from './faq-growth';
import { readQuestions } from './faq-questions';
import { demoLeads, measureRecall, type Recall } from './faq-recall';

const ENTRIES = 10_000;
const SLICE = 50;
const ROUNDS = 20;
const DOCS = path.join(ROOT, 'docs/bench');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const ms = (value: number): string => value.toFixed(2);
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

type Built = { readonly search: FaqSearch<FaqLead>; readonly buildMs: number; readonly worstSliceMs: number };

/** Built as a phone builds it: slice after slice, with the screen's work in between. */
function build(leads: readonly FaqLead[]): Built {
  const index = createFaqIndex<FaqLead>();
  const startedAt = performance.now();
  let worstSliceMs = 0;
  for (let from = 0; from < leads.length; from += SLICE) {
    const began = performance.now();
    for (const lead of leads.slice(from, from + SLICE)) index.add(lead);
    worstSliceMs = Math.max(worstSliceMs, performance.now() - began);
  }
  const began = performance.now();
  const search = index.build();
  worstSliceMs = Math.max(worstSliceMs, performance.now() - began);
  return { search, buildMs: performance.now() - startedAt, worstSliceMs };
}

function timesOf(search: FaqSearch<FaqLead>): number[] {
  const { tuning, heldOut } = readQuestions();
  const texts = [...tuning, ...heldOut].map(({ text }) => text);
  for (const text of texts) search(text);
  const times = Array.from({ length: ROUNDS }, () => texts)
    .flat()
    .map((text) => {
      const began = performance.now();
      search(text);
      return performance.now() - began;
    });
  return times.sort((a, b) => a - b);
}

const recallRow = (name: string, recall: Recall): string =>
  `| ${name} | ${recall.asked} | ${percent(recall.recallAt3)} | ${percent(recall.recallAt1)} | ${recall.unanswerable} | ${percent(recall.falselySuggested)} |`;

function main(): void {
  const demo = demoLeads();
  const many = [...demo, ...grownEntries(ENTRIES - demo.length)];
  build(many);
  const { search, buildMs, worstSliceMs } = build(many);
  const times = timesOf(search);
  const wire = JSON.stringify(many);
  const figures = {
    entries: many.length,
    demoEntries: demo.length,
    recall: measureRecall(demo),
    recallAmongMany: measureRecall(many),
    searchMs: { p50: at(times, 0.5), p99: at(times, 0.99), worst: times[times.length - 1] ?? 0 },
    buildMs,
    worstSliceMs,
    indexBytes: search.bytes,
    downloadBytes: { plain: Buffer.byteLength(wire), gzip: gzipSync(wire).length },
  };
  const { recall, recallAmongMany, searchMs, downloadBytes } = figures;
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: ROOT,
    encoding: 'utf8',
  }).trim();
  const mb = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(2)} MB`;
  writeFileSync(path.join(DOCS, 'faq.json'), `${JSON.stringify({ commit, figures }, null, 2)}\n`);
  writeFileSync(
    path.join(DOCS, 'faq.md'),
    `# Answers while typing

By \`npm run bench:faq\`: ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node.js ${process.version}, on top of commit ${commit}.
A phone is several times slower than this machine; no phone was at hand.

## Does it find the answer?

${recall.tuning.asked + recall.heldOut.asked} everyday phrasings (dialect, typos, pinyin, voice-input slips, long preambles) and
${recall.tuning.unanswerable + recall.heldOut.unanswerable} things no entry answers, in \`scripts/bench/questions\`, apart from the entries. Three in ten, chosen by
their characters, served for choosing weights and thresholds; the rest was only counted. The same people wrote the
questions and the table of ways to say a thing (\`faq-concepts.ts\`), so a stranger's questions will do somewhat worse.
A suggestion for something no entry answers is a question nobody has to open: it costs a line of the screen.

<!-- prettier-ignore -->
| Part | answerable | recall@3 | recall@1 | unanswerable | something suggested all the same |
|---|---:|---:|---:|---:|---:|
${recallRow(`held out, ${figures.demoEntries} entries of the demo`, recall.heldOut)}
${recallRow(`tuning, ${figures.demoEntries} entries of the demo`, recall.tuning)}
${recallRow(`held out, among ${figures.entries.toLocaleString('en')} entries`, recallAmongMany.heldOut)}
${recallRow(`tuning, among ${figures.entries.toLocaleString('en')} entries`, recallAmongMany.tuning)}

The goal is 85 % recall@3. \`tests/domain/faq-recall.spec.ts\` holds it. Among ten thousand, the others are made of
${figures.entries - figures.demoEntries} combinations of other matters and ways to ask; there more of the "unanswerable" have an answer.

## What does it cost?

Over ${figures.entries.toLocaleString('en')} entries, every question ${ROUNDS} times:

<!-- prettier-ignore -->
| | |
|---|---:|
| a search, p50 | ${ms(searchMs.p50)} ms |
| a search, p99 | ${ms(searchMs.p99)} ms (goal 20 ms) |
| a search, the slowest of ${times.length.toLocaleString('en')} | ${ms(searchMs.worst)} ms |
| building the index, in slices of ${SLICE} | ${ms(buildMs)} ms |
| the longest slice, which is how long a screen may wait | ${ms(worstSliceMs)} ms |
| the index in memory | ${mb(figures.indexBytes)} |
| the first download, questions without answers | ${mb(downloadBytes.plain)}, ${mb(downloadBytes.gzip)} compressed, in pages of 500 |
| later downloads | what changed |
`,
  );
  say(JSON.stringify(figures, null, 2));
}

main();
