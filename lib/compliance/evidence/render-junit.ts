import { groupBy } from '../group-by';
import { resourceOf, seenIn, type ReportedRule } from './reported-finding';
import type { Evidence, VerdictRecord } from './evidence';

/** What the report is made of: all verdicts, so that what passed counts as well. */
export type Judged = Pick<Evidence, 'verdicts' | 'waivers' | 'problems' | 'sources'> & {
  readonly rules: readonly ReportedRule[];
};

interface Case {
  readonly xml: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
}

/**
 * Verdicts as JUnit XML, which every CI server shows: a suite per template, a case per rule and resource. Findings and
 * unknowns fail; what is waived or not applicable is skipped, with the reason.
 */
export function renderJunit(judged: Judged): string {
  const rules = new Map(judged.rules.map((rule) => [rule.id, rule]));
  const sources = new Map(
    judged.sources.map((source) => [`${source.template}\n${source.logicalId}`, source]),
  );
  const suites = [...groupBy(judged.verdicts, ({ template }) => template)].map(([template, rows]) => ({
    name: template,
    cases: rows.map((row) => {
      const source = sources.get(`${row.template}\n${row.logicalId}`);
      const place = source ? ` file="${escape(source.file)}" line="${source.line}"` : '';
      return testCase(row, rules.get(row.rule), place, judged.waivers);
    }),
  }));
  const blocking = judged.problems.filter(({ blocks }) => blocks);
  if (blocking.length > 0) suites.push({ name: 'problems', cases: blocking.map(problemCase) });
  const all = suites.flatMap(({ cases }) => cases);
  const body = suites.map(
    ({ name, cases }) =>
      `  <testsuite name="${escape(name)}" ${totals(cases)}>\n${cases.map(({ xml }) => xml).join('')}  </testsuite>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="hipaa-ai" ${totals(all)}>\n${body.join('')}</testsuites>\n`;
}

/** Time is always 0: a report of the same input is the same bytes. */
function totals(cases: readonly Case[]): string {
  const having = (outcome: Case['outcome']) => cases.filter((each) => each.outcome === outcome).length;
  return `tests="${cases.length}" failures="${having('failed')}" errors="0" skipped="${having('skipped')}" time="0"`;
}

function testCase(
  row: VerdictRecord,
  rule: ReportedRule | undefined,
  place: string,
  waivers: Evidence['waivers'],
): Case {
  const open = `    <testcase classname="${escape(resourceOf(row))}" name="${escape(row.rule)}"${place} time="0"`;
  const skipped = (why: string): Case => ({
    xml: `${open}><skipped message="${escape(why)}"/></testcase>\n`,
    outcome: 'skipped',
  });
  switch (row.verdict) {
    case 'compliant':
      return { xml: `${open}/>\n`, outcome: 'passed' };
    case 'not-applicable':
      return skipped('not applicable');
    case 'waived': {
      const by = [...new Set(row.observations.flatMap(({ waiver }) => waiver ?? []))].flatMap(
        (index) => waivers[index] ?? [],
      );
      return skipped(
        `waived: ${by.map(({ reason, ticket, expires }) => `${reason} (${ticket}, until ${expires})`).join('; ')}`,
      );
    }
    case 'finding':
    case 'unknown': {
      const lines = row.observations
        .filter(({ waiver }) => waiver === undefined)
        .map((seen) => `${seen.verdict}: ${seenIn(seen)}`);
      const law = rule?.controls.map((control) => `45 CFR ${control}`).join(', ') ?? '';
      const text = [
        ...lines,
        `resource: ${row.resourceType} ${row.template}#${row.logicalId}`,
        `why: ${rule?.why ?? ''}`,
        `fix: ${rule?.fix ?? ''}`,
        `law: ${law}`,
      ];
      const message = `${rule?.title ?? row.rule}: ${lines[0] ?? row.verdict}`;
      return {
        xml: `${open}><failure type="${row.verdict}" message="${escape(message)}">${escape(text.join('\n'))}</failure></testcase>\n`,
        outcome: 'failed',
      };
    }
  }
}

function problemCase({ code, message }: Evidence['problems'][number]): Case {
  return {
    xml: `    <testcase classname="problems" name="${escape(code)}" time="0"><failure type="problem" message="${escape(message)}"/></testcase>\n`,
    outcome: 'failed',
  };
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
  ['\t', '&#9;'],
]);

/** XML 1.0 has no place for other control characters and lone surrogates, not even escaped. */
function escape(text: string): string {
  return text.replace(/[&<>"\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (char) => ENTITIES.get(char) ?? '\uFFFD');
}
