// Documents to redact: a folder of data sets, and always the generator's.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const GENERATED = { count: 900, seed: 20_260 };

/** Data sets are `DIR/<name>/dev.jsonl`, rows as docs/redaction-accuracy.md says. */
export function readSources(directory, { generateNotes, documents }) {
  const first = (list) => list.slice(0, documents);
  const sources = directory
    ? dataSets(directory).map(({ name, rows }) => ({ name, notes: first(rows) }))
    : [];
  sources.push({ name: 'generated notes', notes: first(generateNotes(GENERATED)) });
  return sources.map((source) => ({
    ...source,
    labelled: source.notes.some(({ spans }) => spans.length > 0),
  }));
}

function dataSets(directory) {
  const names = readdirSync(directory).filter((name) => existsSync(path.join(directory, name, 'dev.jsonl')));
  if (names.length === 0)
    throw new Error('the folder given as --data has no data set: put rows into NAME/dev.jsonl');
  return names.sort().map((name) => {
    const lines = readFileSync(path.join(directory, name, 'dev.jsonl'), 'utf8').split('\n');
    return { name, rows: lines.filter(Boolean).map((line) => JSON.parse(line)) };
  });
}

const NOTE_BYTES = 2000;
const NOTES = 40;
const PROMPTS = 300;

/** What speed is measured on: notes of about 2 KB, made of whole documents, and prompts, from all sources in turn. */
export function speedSample(sources) {
  const texts = inTurn(sources.map(({ notes }) => notes.map(({ text }) => text)));
  const notes = [];
  for (const text of texts) {
    if (notes.length === 0 || notes.at(-1).length >= NOTE_BYTES) notes.push('');
    notes[notes.length - 1] = `${notes.at(-1)}${text}\n\n`.slice(0, NOTE_BYTES + 200);
    if (notes.length > NOTES) break;
  }
  const prompts = texts.filter(({ length }) => length >= 80 && length <= 250).slice(0, PROMPTS);
  return {
    notes: notes.slice(0, NOTES),
    prompts: prompts.length > 0 ? prompts : texts.map((text) => text.slice(0, 150)),
  };
}

function inTurn(lists) {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.map((list) => list[index]))
    .flat()
    .filter(Boolean);
}
