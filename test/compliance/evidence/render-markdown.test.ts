import { renderMarkdown } from '../../../lib/compliance/evidence/render-markdown';
import type { Evidence } from '../../../lib/compliance/evidence/evidence';
import { cleanEvidence, hostileEvidence, largeEvidence, sampleEvidence } from './sample-evidence';

describe('the summary for a pull request', () => {
  const page = renderMarkdown(sampleEvidence());

  test('says first whether anything blocks', () => {
    expect(page.split('\n')[0]).toMatch(/^## HIPAA evidence.*: blocked$/u);
    expect(renderMarkdown(cleanEvidence()).split('\n')[0]).toMatch(/: nothing blocks$/u);
  });

  test('counts verdicts of every kind', () => {
    expect(page).toContain('| 2 | 1 | 2 | 11 | 1 | 0 | 3 | 0 |');
  });

  test('groups what blocks by rule, with fix, paragraphs, resources and lines', () => {
    expect(page).toContain(
      '**symmetric KMS keys rotate at least once a year** (`kms-key-rotation`, error, 164.312(a)(2)(iv))',
    );
    expect(page).toContain('Fix: set EnableKeyRotation to true');
    expect(page).toContain(
      '- `HipaaAi-dev/Keys/Import/Resource` at `lib/keys/import.ts:41`: `Properties.EnableKeyRotation` must be true',
    );
    expect(page).toContain('unknown, `Properties.PolicyDocument.Statement.0.Condition`');
  });

  test('leaves out what is waived, and lists the waivers that end or ended, the first to end first', () => {
    expect(page).not.toContain('s3-bucket-versioned');
    const rows = page.split('\n').filter((line) => /^- 20\d\d-/u.test(line));
    expect(rows.map((row) => row.slice(0, 30))).toEqual([
      '- 2026-10-31, expired: `kms-ke',
      '- 2026-12-10: `lambda-vpc` on ',
    ]);
  });

  test('names problems around the rules', () => {
    expect(page).toContain('- `WAIVER_EXPIRED` waiver 3');
  });

  test('never says that a paragraph is met, and names the report or links to it', () => {
    expect(page).toMatch(/none is met by code alone\. The whole report is `evidence\/index\.html`/u);
    expect(renderMarkdown(sampleEvidence(), { reportUrl: 'https://ci.example.org/a b(1)' })).toContain(
      '[The whole report](https://ci.example.org/a%20b%281%29)',
    );
  });

  test('has no sections for what there is none of', () => {
    expect(renderMarkdown(cleanEvidence())).not.toContain('###');
  });

  test('fits into a comment however much blocks', () => {
    const evidence = largeEvidence(500, 100);
    const text = renderMarkdown(evidence);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/- and \d+ more/u);
    expect(text).toMatch(/- and 85 rules with findings more/u);
  });

  test.each([
    '@team please approve',
    '<img src=x>',
    '](https://evil.example.org)',
    '**bold**',
    'a | b',
    '~~x~~',
  ])('shows %j as it is written and does nothing of it', (said) => {
    const evidence = sampleEvidence();
    const messaged: Evidence = {
      ...evidence,
      verdicts: evidence.verdicts.map((row) => ({
        ...row,
        observations: row.observations.map((seen) => ({ ...seen, message: `${said}\n\n# next` })),
      })),
    };
    const text = renderMarkdown(messaged);
    expect(text).not.toContain(said);
    expect(text).not.toMatch(/^# /mu);
  });

  test('keeps its code spans closed and its table whole when every text is hostile', () => {
    for (const line of renderMarkdown(hostileEvidence()).split('\n')) {
      expect((line.replaceAll(String.raw`\``, '').match(/`/gu) ?? []).length % 2).toBe(0);
      expect(line.replace(/`[^`]*`/gu, '')).not.toMatch(/<|@/u);
    }
  });
});
