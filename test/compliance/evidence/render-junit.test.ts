import type { Evidence } from '../../../lib/compliance/evidence/evidence';
import { renderJunit } from '../../../lib/compliance/evidence/render-junit';
import { cleanEvidence, hostileEvidence, HOSTILE, sampleEvidence } from './sample-evidence';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#10': '\n',
  '#13': '\r',
  '#9': '\t',
};

function unescape(text: string): string {
  return text.replace(/&([^;]*);/gu, (_, name: string) => {
    const char = ENTITIES[name];
    if (char === undefined) throw new Error(`no entity of ours: ${name}`);
    return char;
  });
}

/** Reads XML as strictly as it is written: tags balance, attributes are quoted, text is escaped. */
function readXml(xml: string): Element {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(declaration)) throw new Error('no declaration');
  // what XML 1.0 has no place for, escaped or not
  if (/(?![\t\n\r])\p{Cc}|\p{Cs}/u.test(xml)) throw new Error('a character that XML cannot hold');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  for (const part of xml.slice(declaration.length).split('<').slice(1)) {
    const match = /^(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>([^<>]*)$/u.exec(part);
    if (!match) throw new Error(`no tag of ours: <${part.slice(0, 80)}`);
    const [, closes, name = '', attributes = '', empty, text = ''] = match;
    if (closes) {
      if (stack.pop()?.name !== name) throw new Error(`</${name}> closes another`);
    } else {
      const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/gu)].map(([, key = '', value = '']) => [
        key,
        unescape(value),
      ]);
      const element: Element = {
        name,
        attributes: Object.fromEntries(pairs) as Record<string, string>,
        children: [],
        text: '',
      };
      stack.at(-1)?.children.push(element);
      if (!empty) stack.push(element);
    }
    const current = stack.at(-1);
    if (current) current.text += unescape(text);
  }
  const [top, ...more] = root.children;
  if (!top || more.length > 0 || stack.length !== 1) throw new Error('not one document');
  return top;
}

const casesOf = (evidence: Evidence) =>
  readXml(renderJunit(evidence)).children.flatMap(({ children }) => children);
const caseOf = (evidence: Evidence, rule: string, resource: string) =>
  casesOf(evidence).find(
    ({ attributes }) => attributes['name'] === rule && attributes['classname']?.includes(resource),
  );

describe('verdicts as JUnit XML', () => {
  test('has a suite per template, a case per verdict, and a suite of the blocking problems', () => {
    const evidence = sampleEvidence();
    const report = readXml(renderJunit(evidence));
    expect(report.children.map(({ attributes, children }) => [attributes['name'], children.length])).toEqual([
      ['HipaaAidevData.template.json', 6],
      ['HipaaAidevAudit.template.json', 11],
      ['problems', 1],
    ]);
    expect(report.attributes).toEqual({
      name: 'hipaa-ai',
      tests: '18',
      failures: '4',
      errors: '0',
      skipped: '3',
      time: '0',
    });
  });

  test('fails a finding, with everything open about it, why, fix and law', () => {
    const [failure] = caseOf(sampleEvidence(), 'kms-key-rotation', 'Import')?.children ?? [];
    expect(failure?.attributes['type']).toBe('finding');
    for (const part of [
      'Properties.EnableKeyRotation must be true',
      'Properties.RotationPeriodInDays must be at most 365 days',
      'why: Key material that never changes',
      'fix: set EnableKeyRotation to true',
      'law: 45 CFR 164.312(a)(2)(iv)',
    ])
      expect(failure?.text).toContain(part);
  });

  test('names the line of the code that made the resource', () => {
    expect(caseOf(sampleEvidence(), 'kms-key-rotation', 'Import')?.attributes).toMatchObject({
      file: 'lib/keys/import.ts',
      line: '41',
    });
  });

  test('fails what cannot be told', () => {
    const [failure] = caseOf(sampleEvidence(), 's3-bucket-tls-only', 'Replica')?.children ?? [];
    expect(failure).toMatchObject({ name: 'failure', attributes: { type: 'unknown' } });
  });

  test('skips what is waived, with reason, ticket and last day, and what is not applicable', () => {
    const evidence = sampleEvidence();
    expect(caseOf(evidence, 'lambda-vpc', 'Provider')?.children[0]).toMatchObject({
      name: 'skipped',
      attributes: {
        message:
          'waived: The custom resource runs once at deployment and sees no PHI. (GRC-1203, until 2026-12-10)',
      },
    });
    expect(caseOf(evidence, 'kms-key-rotation', 'SigningKey')?.children[0]).toMatchObject({
      name: 'skipped',
      attributes: { message: 'not applicable' },
    });
  });

  test('passes what is compliant', () => {
    const report = readXml(renderJunit(cleanEvidence()));
    expect(report.attributes).toMatchObject({ failures: '0', skipped: '0', tests: '17' });
    expect(report.children.map(({ attributes }) => attributes['name'])).not.toContain('problems');
  });

  test('is XML whatever the templates say', () => {
    const control = `${HOSTILE}\u0000\u001B]]>\uD800`;
    const evidence = hostileEvidence();
    const problems = [{ code: control, message: control, blocks: true }];
    const cases = casesOf({ ...evidence, problems });
    expect(cases.at(-1)?.attributes['name']).toBe(`${HOSTILE}\uFFFD\uFFFD]]>\uFFFD`);
    expect(cases).toHaveLength(18);
  });
});
