import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderMermaid } from '../network-map/render-mermaid';
import { renderNetworkMap } from '../network-map/render-json';
import { EVIDENCE_FILES, type Evidence, type VerdictRecord } from './evidence';
import { renderManifest } from './manifest';
import { renderCsv } from './render-csv';
import { renderHtml } from './render-html';

/** Writes `evidence/` below a cloud assembly and returns that folder. */
export function writeEvidence(assemblyDirectory: string, evidence: Evidence): string {
  const directory = path.join(assemblyDirectory, EVIDENCE_FILES.directory);
  mkdirSync(directory, { recursive: true });
  const write = (name: string, bytes: Uint8Array) => writeFileSync(path.join(directory, name), bytes);
  // as bytes once: they are written, and their digests go into the manifest
  const csv = Buffer.from(renderCsv(evidence));
  const html = Buffer.from(renderHtml(evidence));
  const json = Buffer.from(linesOf(evidence));
  const map = mapFiles(evidence);
  for (const [name, bytes] of Object.entries(map)) write(name, bytes);
  write(EVIDENCE_FILES.csv, csv);
  write(EVIDENCE_FILES.html, html);
  const files = {
    [EVIDENCE_FILES.csv]: csv,
    [EVIDENCE_FILES.html]: html,
    ...map,
    [EVIDENCE_FILES.json]: json,
  };
  write(EVIDENCE_FILES.manifest, Buffer.from(renderManifest(evidence, files)));
  // last: the gate reads this one, so it is there only when the others are
  write(EVIDENCE_FILES.json, json);
  return directory;
}

/** The network map as files of its own, for tools that draw or read it. */
function mapFiles({ networkMap }: Evidence): Readonly<Record<string, Buffer>> {
  if (!networkMap) return {};
  return {
    [EVIDENCE_FILES.networkMap]: Buffer.from(renderNetworkMap(networkMap)),
    [EVIDENCE_FILES.mermaid]: Buffer.from(renderMermaid(networkMap)),
  };
}

/** JSON with a line for each row of a list: half the size of indented text, and two reports can be compared by line. */
function linesOf(evidence: Evidence): string {
  const { networkMap } = evidence;
  const members = Object.entries(evidence).map(([name, value]) => {
    if (name === 'networkMap' && networkMap) return `"networkMap": ${renderNetworkMap(networkMap).trimEnd()}`;
    const rows =
      name === 'verdicts'
        ? verdictLines(evidence.verdicts)
        : Array.isArray(value)
          ? value.map((row) => JSON.stringify(row))
          : undefined;
    return `${JSON.stringify(name)}: ${rows ? `[\n${rows.join(',\n')}\n]` : JSON.stringify(value)}`;
  });
  return `{\n${members.join(',\n')}\n}\n`;
}

/** As `JSON.stringify` of each row would say. Rows on one resource follow each other, so that what they share is said once. */
function verdictLines(verdicts: readonly VerdictRecord[]): readonly string[] {
  let last: VerdictRecord | undefined;
  let subject = '';
  return verdicts.map((row) => {
    const { template, logicalId, resourceType, constructPath } = row;
    if (logicalId !== last?.logicalId || template !== last.template) {
      const shared = JSON.stringify({ template, logicalId, resourceType, constructPath });
      subject = shared.slice(1, -1);
    }
    last = row;
    const said = row.observations.length === 0 ? '[]' : JSON.stringify(row.observations);
    return `{"rule":${JSON.stringify(row.rule)},${subject},"verdict":"${row.verdict}","observations":${said}}`;
  });
}
