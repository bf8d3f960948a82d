import { createHash } from 'node:crypto';
import { evidenceSchema, VERDICTS, type Evidence } from '../../../lib/compliance/evidence/evidence';
import { renderHtml } from '../../../lib/compliance/evidence/render-html';
import { cleanEvidence, hostileEvidence, largeEvidence, sampleEvidence, HOSTILE } from './sample-evidence';
import { cpuMs } from '../../support/cpu-time';

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Reads tags as strictly as they are written: lower case, every attribute value in double quotes. */
function tagsOf(page: string): Tag[] {
  const body = page.replace(/<style>[^]*?<\/style>|<script>[^]*?<\/script>/gu, '');
  const parts = body.split('<').slice(1);
  return parts.map((part) => {
    const tag = /^(?:!doctype html|\/?([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*))>[^>]*$/u.exec(part);
    if (!tag) throw new Error(`no tag of ours: <${part.slice(0, 80)}`);
    const attributes = [...(tag[2] ?? '').matchAll(/ ([a-z-]+)(?:="([^"]*)")?/gu)];
    return {
      name: tag[1] ?? '',
      attributes: new Map(attributes.map(([, name = '', value = '']) => [name, value])),
    };
  });
}

function section(page: string, id: string): string {
  return new RegExp(`<section id="${id}"[^]*?</section>`, 'u').exec(page)?.[0] ?? '';
}

function textOf(markup: string): string {
  return markup
    .replace(/<\/?(?:wbr|a|b|code|strong|span)\b[^>]*>/gu, '')
    .replace(/<[^>]*>/gu, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/gu, ' ');
}

const page = renderHtml(sampleEvidence());

describe('the sample evidence', () => {
  test.each([
    ['sample', sampleEvidence()],
    ['clean', cleanEvidence()],
    ['hostile', hostileEvidence()],
    ['large', largeEvidence(10, 20)],
  ])('%s is valid', (_, evidence) => {
    expect(evidenceSchema.safeParse(evidence).error).toBeUndefined();
  });
});

describe('the verdict sentence', () => {
  const sentence = (evidence: Evidence) =>
    textOf(/<p class="v[^]*?<\/p>/u.exec(renderHtml(evidence))?.[0] ?? '').trim();

  test('counts what blocks', () => {
    expect(sentence(sampleEvidence())).toBe(
      '4 things block deployment as of 2026-11-22: 2 findings, 1 unknown, 1 problem. 2 deviations are accepted by waiver.',
    );
  });

  test('says when nothing does', () => {
    expect(sentence(cleanEvidence())).toBe(
      'Nothing blocks deployment as of 2026-11-22. No deviation is accepted by waiver.',
    );
  });

  test('does not contradict a summary that blocks', () => {
    const evidence = cleanEvidence();
    const blocked = { ...evidence, summary: { ...evidence.summary, blocks: true } };
    expect(sentence(blocked)).toContain('Deployment is blocked as of 2026-11-22.');
  });

  test('blocks on a finding even where the summary forgot it', () => {
    const evidence = sampleEvidence();
    const forgotten = { ...evidence, summary: { ...evidence.summary, blocks: false } };
    expect(sentence(forgotten)).toContain('4 things block deployment');
  });
});

describe('the page', () => {
  test('holds its parts in the order an auditor reads them', () => {
    const ids = tagsOf(page)
      .filter(({ name, attributes }) => name === 'section' && attributes.has('id'))
      .map(({ attributes }) => attributes.get('id'));
    expect(ids).toEqual([
      'about',
      'summary',
      'problems',
      'findings',
      'find',
      'waivers',
      'approvals',
      'access',
      'law',
      'rules',
      'matrix',
      'network',
      'inputs',
      'unexamined',
    ]);
  });

  test.each(VERDICTS)('shows the verdict %s in words', (verdict) => {
    expect(textOf(section(page, 'matrix'))).toContain(verdict.replace('-', ' '));
  });

  test('opens with the disclaimer', () => {
    expect(textOf(section(page, 'about'))).toContain(sampleEvidence().disclaimer);
  });

  test('says of each finding why, how to fix it, which paragraph, where and what', () => {
    const text = textOf(section(page, 'findings'));
    for (const words of [
      'Key material that never changes protects ever more PHI',
      'set EnableKeyRotation to true',
      '164.312(a)(2)(iv)',
      'HipaaAi-dev/Keys/Import/Resource',
      'Properties.RotationPeriodInDays',
      'must be at most 365 days',
      'cannot be read: Fn::ImportValue of SharedBucketPolicy',
    ]) {
      expect(text).toContain(words);
    }
  });

  test('says of each waiver all that was put forward, and its status', () => {
    const text = textOf(section(page, 'waivers'));
    const statuses = ['in force', 'expires soon', 'expired'];
    for (const [index, waiver] of sampleEvidence().waivers.entries()) {
      const { rule, resource, reason, alternative, owner, approver, ticket, expires } = waiver;
      const all = [
        rule,
        resource,
        reason,
        alternative,
        owner,
        approver,
        ticket,
        expires,
        statuses[index] ?? '',
      ];
      for (const words of all) expect(text).toContain(words);
    }
  });

  test('shows an observation that is waived beside one that is not', () => {
    const evidence = sampleEvidence();
    const verdicts = evidence.verdicts.map((verdict) => {
      const [first, ...others] = verdict.observations;
      return first && others.length > 0
        ? { ...verdict, observations: [{ ...first, waiver: 0 }, ...others] }
        : verdict;
    });
    expect(textOf(section(renderHtml({ ...evidence, verdicts }), 'findings'))).toContain('waived waiver 1');
  });

  test('lists every paragraph with its statement, those without a rule as well', () => {
    const text = textOf(section(page, 'law'));
    for (const { control, title, statement } of sampleEvidence().coverage) {
      for (const words of [control, title, statement]) expect(text).toContain(words);
    }
  });

  test('names the decisions beside a paragraph, as the record that is asked for of an addressable one', () => {
    const text = (id: string) => textOf(new RegExp(`<tr id="${id}"[^]*?</tr>`, 'u').exec(page)?.[0] ?? '');
    const index = sampleEvidence().coverage.findIndex(({ control }) => control === '164.312(c)(1)');
    expect(text(`p${index + 1}`)).toContain(
      'Decisions waiver 1: Object Lock in governance mode keeps every log object for 2192 days.',
    );
    const coverage = sampleEvidence().coverage.map((row) => ({ ...row, type: 'addressable' as const }));
    expect(textOf(section(renderHtml({ ...sampleEvidence(), coverage }), 'law'))).toContain(
      'Decision record, 164.306(d)(3) waiver 1',
    );
  });

  test('says whose duty each paragraph is', () => {
    const text = textOf(section(page, 'law'));
    for (const words of ['yours, in part by code', 'yours, by a document', 'that of AWS, inherited'])
      expect(text).toContain(words);
  });

  test('says of a finding where in the code its resource was made', () => {
    expect(textOf(section(page, 'findings'))).toContain('made at lib/keys/import.ts:41');
  });

  test('shows profile and parameters', () => {
    const evidence = sampleEvidence();
    const parameters = { 'logs-group-retention': { days: 3650 }, 'x-y': { zones: ['a', 'b'] } };
    const inputs = { ...evidence.inputs, rules: { ...evidence.inputs.rules, parameters } };
    const text = textOf(section(renderHtml({ ...evidence, inputs }), 'inputs'));
    expect(text).toContain('Profile hipaa');
    expect(text).toContain('logs-group-retention days 3650');
    expect(text).toContain('x-y zones a, b');
  });

  test('never says that a paragraph is passed, met or complied with', () => {
    for (const evidence of [sampleEvidence(), cleanEvidence()]) {
      const text = textOf(section(renderHtml(evidence), 'law'));
      expect(text).not.toMatch(
        /\b(?:pass(?:ed|es)?|met|meets|complian\w*|compl(?:y|ies|ied)|certif\w*|satisf\w*|fulfil\w*)\b/iu,
      );
    }
  });

  test('names every input by its digest, every pack, and every type no rule looked at', () => {
    const { inputs, packs, unexamined } = sampleEvidence();
    const text = textOf(section(page, 'inputs')).replaceAll(' ', '');
    const digests = [
      ...inputs.templates.map(({ sha256 }) => sha256),
      inputs.rules.sha256,
      inputs.waivers?.sha256 ?? '',
    ];
    for (const words of [...digests, ...packs.map(({ name }) => name)]) expect(text).toContain(words);
    for (const { resourceType } of unexamined)
      expect(textOf(section(page, 'unexamined'))).toContain(resourceType);
  });

  test('leaves a cell empty, never compliant, where a rule did not speak of a resource', () => {
    const evidence = largeEvidence(6, 2);
    const verdicts = evidence.verdicts.filter((_, index) => index !== 0);
    const matrix = section(renderHtml({ ...evidence, verdicts }), 'matrix');
    expect(matrix).toContain('Store1/<wbr>Resource</code></th><td></td><td');
  });

  test('shows the worse verdict where a rule spoke twice of a resource', () => {
    const evidence = cleanEvidence();
    const [first] = evidence.verdicts;
    const again = { ...first, verdict: 'finding' } as Evidence['verdicts'][number];
    const twice = section(renderHtml({ ...evidence, verdicts: [again, ...evidence.verdicts] }), 'matrix');
    const row = /bedrock-guardrail-pii<\/code><\/a><\/th><td>[^]*?<\/td>/u.exec(twice)?.[0] ?? '';
    expect(textOf(row)).toContain('finding');
  });

  test('is the same bytes for the same evidence', () => {
    expect(renderHtml(sampleEvidence())).toBe(page);
  });
});

describe('safety', () => {
  const hostile = renderHtml(hostileEvidence());

  test('hostile text makes no tag and no attribute', () => {
    const ours = new Set(tagsOf(page).map(({ name }) => name));
    const extra = tagsOf(hostile).filter(
      ({ name, attributes }) => !ours.has(name) || attributes.has('onerror'),
    );
    expect(extra).toEqual([]);
    expect(hostile).not.toContain('<img');
    expect(hostile.match(/<script/gu)).toHaveLength(1);
  });

  test('hostile text is shown to the letter', () => {
    expect(textOf(section(hostile, 'findings'))).toContain(HOSTILE);
  });

  test('characters that would reorder or cut what one reads become visible', () => {
    const evidence = { ...sampleEvidence(), environment: 'a\u202Eb\u0000c\u2066d\u001Be' };
    expect(renderHtml(evidence)).toContain('a[U+202E]b[U+0000]c[U+2066]d[U+001B]e');
  });

  test('the page loads nothing and runs only what it brings', () => {
    const policy = tagsOf(page)
      .find(({ attributes }) => attributes.has('http-equiv'))
      ?.attributes.get('content');
    const hash = (element: string) => {
      const text = new RegExp(`<${element}>([^]*?)</${element}>`, 'u').exec(page)?.[1] ?? '';
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    };
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}; base-uri 'none'; form-action 'none'`,
    );
    for (const { name, attributes } of tagsOf(hostile)) {
      expect(['link', 'img', 'iframe', 'object', 'form', 'base']).not.toContain(name);
      for (const attribute of attributes.keys()) expect(attribute).not.toMatch(/^(?:src|style|action|on)/u);
      expect(attributes.get('href') ?? '#').toMatch(/^#/u);
    }
    expect(page).not.toMatch(/https?:|url\(|@import/u);
  });
});

describe('for every reader', () => {
  test('tables have captions and heads with a scope', () => {
    const tables = page.match(/<table[^]*?<\/table>/gu) ?? [];
    expect(tables.length).toBeGreaterThan(8);
    for (const table of tables) expect(table).toMatch(/<caption|aria-label/u);
    const heads = tagsOf(page).filter(({ name, attributes }) => name === 'th' && attributes.size > 0);
    for (const { attributes } of heads) expect(['col', 'row']).toContain(attributes.get('scope'));
  });

  test('landmarks, one first heading, and a language', () => {
    const names = tagsOf(page).map(({ name }) => name);
    for (const landmark of ['header', 'nav', 'main', 'h1']) expect(names).toContain(landmark);
    expect(page.match(/<h1>/gu)).toHaveLength(1);
    expect(page).toContain('<html lang="en">');
  });

  test('every link leads to a place on the page, and no place is named twice', () => {
    const tags = tagsOf(page);
    const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of tags) {
      const target = attributes.get('href');
      if (target !== undefined) expect(ids).toContain(target.slice(1));
    }
  });

  test('the filter shows only where its script runs', () => {
    expect(page.match(/<p class="q" hidden>/gu)).toHaveLength(3);
    expect(page).toMatch(/<div class="find" id="find-by" role="search"[^>]* hidden>/u);
    expect(page).toContain('<p id="find-off">Every verdict is under <a href="#matrix">');
  });
});

describe('size and time', () => {
  test('20,000 verdicts make a page of about a megabyte', () => {
    expect(renderHtml(largeEvidence(1000, 20)).length).toBeLessThan(1_500_000);
  });

  test('time grows with the verdicts, and not with their square', () => {
    const least = (evidence: Evidence): number =>
      Math.min(...Array.from({ length: 3 }, () => cpuMs(() => renderHtml(evidence))));
    const [few, many] = [largeEvidence(500, 20), largeEvidence(4000, 20)];
    renderHtml(few);
    // 8 for a line and 64 for a square
    expect(least(many)).toBeLessThan(24 * least(few));
  });

  test('more rules than fit on paper are split over several tables', () => {
    const matrix = section(renderHtml(largeEvidence(6, 45)), 'matrix');
    expect(matrix.match(/<table class="x">/gu)).toHaveLength(3);
  });
});
