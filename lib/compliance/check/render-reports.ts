import type { VerdictRecord } from '../evidence/evidence';
import { renderJunit } from '../evidence/render-junit';
import { renderSarif } from '../evidence/render-sarif';
import { generator } from '../generator';
import { groupBy } from '../group-by';
import type { CheckFinding } from './check-report';
import type { Renderer } from './renderers';

/** SARIF of a check: the results lie where the templates do. */
export const renderCheckSarif: Renderer = ({ findings }, { rules }) =>
  renderSarif({ generator: generator(), category: 'check', rules, findings, notices: [] });

/** JUnit of a check: a case for each rule and resource that fail, and one for each rule that found nothing. */
export const renderCheckJunit: Renderer = ({ findings }, { rules }) => {
  const rows = groupBy(findings, ({ rule, template, logicalId }) =>
    JSON.stringify([rule, template, logicalId]),
  );
  const found = new Set(findings.map(({ rule }) => rule));
  const sources = new Map(findings.map((each) => [JSON.stringify([each.template, each.logicalId]), each]));
  return renderJunit({
    rules,
    verdicts: [
      ...[...rows.values()].flatMap(verdictOf),
      ...rules.filter(({ id }) => !found.has(id)).map(({ id }) => nothingFound(id)),
    ],
    waivers: [],
    problems: [],
    sources: [...sources.values()].flatMap(({ template, logicalId, source }) =>
      source ? [{ template, logicalId, file: source.file, line: source.line }] : [],
    ),
  });
};

function verdictOf(findings: readonly CheckFinding[]): VerdictRecord[] {
  const [first] = findings;
  if (!first) return [];
  const { rule, template, logicalId, resourceType, constructPath } = first;
  return [
    {
      rule,
      template,
      logicalId,
      resourceType,
      ...(constructPath === undefined ? {} : { constructPath }),
      verdict: findings.some(({ verdict }) => verdict === 'finding') ? 'finding' : 'unknown',
      observations: findings.map(({ verdict, property, message }) => ({ verdict, property, message })),
    },
  ];
}

function nothingFound(rule: string): VerdictRecord {
  const place = { template: 'rules without findings', logicalId: '', constructPath: 'all resources' };
  return { rule, ...place, resourceType: '', verdict: 'compliant', observations: [] };
}
