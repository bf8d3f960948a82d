import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EVIDENCE_FILES, type Evidence } from './evidence';
import { renderManifest } from './manifest';
import { renderCsv } from './render-csv';
import { renderHtml } from './render-html';

/** Writes `evidence/` below a cloud assembly and returns that folder. */
export function writeEvidence(assemblyDirectory: string, evidence: Evidence): string {
  const directory = path.join(assemblyDirectory, EVIDENCE_FILES.directory);
  mkdirSync(directory, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(path.join(directory, name), text);
  const texts = {
    [EVIDENCE_FILES.csv]: renderCsv(evidence),
    [EVIDENCE_FILES.html]: renderHtml(evidence),
    [EVIDENCE_FILES.json]: linesOf(evidence),
  };
  write(EVIDENCE_FILES.csv, texts[EVIDENCE_FILES.csv]);
  write(EVIDENCE_FILES.html, texts[EVIDENCE_FILES.html]);
  write(EVIDENCE_FILES.manifest, renderManifest(evidence, texts));
  // last: the gate reads this one, so it is there only when the others are
  write(EVIDENCE_FILES.json, texts[EVIDENCE_FILES.json]);
  return directory;
}

/** JSON with a line for each row of a list: half the size of indented text, and two reports can be compared by line. */
function linesOf(evidence: Evidence): string {
  const members = Object.entries(evidence).map(([name, value]) => {
    const text = Array.isArray(value)
      ? `[\n${value.map((row) => JSON.stringify(row)).join(',\n')}\n]`
      : JSON.stringify(value);
    return `${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${members.join(',\n')}\n}\n`;
}
