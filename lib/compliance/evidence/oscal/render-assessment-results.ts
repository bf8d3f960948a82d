import { groupBy } from '../../group-by';
import { EVIDENCE_FILES, type Evidence, type RuleRecord, type VerdictRecord } from '../evidence';
import { resourceOf } from '../reported-finding';
import { controlId, LAW_SOURCE, line, metadata, property, some, timeOf, token } from './oscal';
import { risksOf, type Risk } from './risks';
import { uuidOf } from './uuid';

/**
 * What the rules found, as OSCAL assessment results. A finding's target is the objective of one rule under one paragraph,
 * never the paragraph: OSCAL knows only satisfied and not satisfied, and templates satisfy no paragraph (decision 10).
 */
export function renderAssessmentResults(evidence: Evidence): string {
  const collected = timeOf(evidence.asOf);
  const byRule = groupBy(evidence.verdicts, ({ rule }) => rule);
  const ran = evidence.rules.filter(({ id }) => byRule.has(id));
  const risks = risksOf(evidence);
  const plan = uuidOf('plan', evidence.inputs.rules.sha256);
  const paragraphs = [
    ...groupBy(
      ran.flatMap((rule) => rule.controls.map((control) => ({ control, rule }))),
      ({ control }) => control,
    ),
  ];
  const result = {
    uuid: uuidOf('result', JSON.stringify(evidence)),
    title: 'Verdicts of the rules',
    description: `${evidence.summary.resources} resources of ${evidence.summary.stacks} CloudFormation stacks, judged before deployment.`,
    start: collected,
    end: collected,
    props: [property('blocks', String(evidence.summary.blocks))],
    'local-definitions': some('inventory-items', inventory(evidence)),
    'reviewed-controls': {
      description: `${evidence.summary.paragraphsSupported} of ${evidence.summary.paragraphs} paragraphs are supported by rules. The duties that remain are in the component definition.`,
      'control-selections': [
        paragraphs.length === 0
          ? {
              description: 'No rule that cites a paragraph had anything to judge.',
              'include-all': {},
              'exclude-controls': evidence.coverage.map(({ control }) => ({
                'control-id': controlId(control),
              })),
            }
          : { 'include-controls': paragraphs.map(([control]) => ({ 'control-id': controlId(control) })) },
      ],
    },
    ...some('observations', [
      ...ran.map((rule) => observation(rule, byRule.get(rule.id) ?? [], collected)),
      ...evidence.problems.map((problem) => ({
        uuid: uuidOf('problem', problem.code, problem.message),
        title: line(problem.code),
        description: problem.message,
        props: [property('blocks', String(problem.blocks))],
        methods: ['EXAMINE'],
        collected,
      })),
    ]),
    ...some(
      'risks',
      risks.map(({ rule: _rule, ...risk }) => risk),
    ),
    ...some(
      'findings',
      paragraphs.flatMap(([control, pairs]) =>
        pairs.map(({ rule }) => finding(control, rule, byRule.get(rule.id) ?? [], risks)),
      ),
    ),
  };
  const results = {
    uuid: uuidOf('assessment-results', JSON.stringify(evidence)),
    metadata: metadata(evidence, 'Verdicts on CloudFormation templates'),
    'import-ap': { href: `#${plan}`, remarks: 'There is no assessment plan but the set of rules.' },
    ...objectives(paragraphs),
    results: [result],
    'back-matter': {
      resources: [
        {
          uuid: plan,
          title: 'The rules',
          description: `Rules of profile ${evidence.inputs.rules.profile}, SHA-256 ${evidence.inputs.rules.sha256}`,
          rlinks: [{ href: LAW_SOURCE }],
        },
      ],
    },
  };
  return `${JSON.stringify({ 'assessment-results': results }, undefined, 1)}\n`;
}

type Paragraph = readonly [control: string, pairs: readonly { readonly rule: RuleRecord }[]];

function objectiveId(control: string, rule: string): string {
  return `${controlId(control)}_obj.${token(rule)}`;
}

function objectives(paragraphs: readonly Paragraph[]) {
  if (paragraphs.length === 0) return {};
  return {
    'local-definitions': {
      'objectives-and-methods': paragraphs.map(([control, pairs]) => ({
        'control-id': controlId(control),
        description: `What rules can see of 45 CFR ${control}`,
        parts: pairs.map(({ rule }) => ({
          id: objectiveId(control, rule.id),
          name: 'objective',
          title: line(rule.title),
          prose: rule.why,
        })),
      })),
    },
  };
}

function subjectId({ template, logicalId }: Pick<VerdictRecord, 'template' | 'logicalId'>): string {
  return uuidOf('resource', template, logicalId);
}

function inventory({ verdicts }: Evidence) {
  const resources = new Map(verdicts.map((row) => [subjectId(row), row]));
  return [...resources].map(([uuid, row]) => ({
    uuid,
    description: resourceOf(row),
    props: [
      property('template', row.template),
      property('logical-id', row.logicalId),
      property('resource-type', row.resourceType),
    ],
  }));
}

function observationId(rule: string): string {
  return uuidOf('observation', rule);
}

/** One test: a rule over all resources of its types, each a subject with its verdict. */
function observation(rule: RuleRecord, rows: readonly VerdictRecord[], collected: string) {
  return {
    uuid: observationId(rule.id),
    title: line(rule.id),
    description: `${rule.title}: ${tally(rows)}`,
    props: [property('rule', rule.id), property('pack', rule.pack), property('severity', rule.severity)],
    methods: ['TEST'],
    types: ['control-objective'],
    subjects: rows.map((row) => ({
      'subject-uuid': subjectId(row),
      type: 'inventory-item',
      title: line(resourceOf(row)),
      props: [property('verdict', row.verdict)],
      ...(row.observations.length === 0 ? {} : { remarks: row.observations.map(said).join('\n') }),
    })),
    'relevant-evidence': [
      {
        href: `${EVIDENCE_FILES.directory}/${EVIDENCE_FILES.json}`,
        description: 'The evidence this was made from, with the SHA-256 of each template.',
      },
    ],
    collected,
  };
}

function said({ verdict, property: place, message, waiver }: VerdictRecord['observations'][number]): string {
  return `${verdict}${waiver === undefined ? '' : ', waived'}: ${place === '' ? message : `${place} ${message}`}`;
}

function tally(rows: readonly VerdictRecord[]): string {
  const counts = [...groupBy(rows, ({ verdict }) => verdict)].map(
    ([verdict, some]) => `${some.length} ${verdict}`,
  );
  return counts.join(', ');
}

function finding(control: string, rule: RuleRecord, rows: readonly VerdictRecord[], risks: readonly Risk[]) {
  // what is waived stays a deviation: accepted, and not satisfied
  const failing = rows.some(
    ({ verdict }) => verdict === 'finding' || verdict === 'unknown' || verdict === 'waived',
  );
  const judged = rows.some(({ verdict }) => verdict !== 'not-applicable');
  return {
    uuid: uuidOf('finding', control, rule.id),
    title: line(`${rule.id} under 45 CFR ${control}`),
    description: `${rule.title}: ${tally(rows)}`,
    target: {
      type: 'objective-id',
      'target-id': objectiveId(control, rule.id),
      title: line(rule.title),
      status: {
        state: failing || !judged ? 'not-satisfied' : 'satisfied',
        reason: failing ? 'fail' : judged ? 'pass' : 'other',
        remarks: judged
          ? `Of the rule on these templates. It supports 45 CFR ${control} in part; whether the paragraph is satisfied is not said.`
          : 'The rule had nothing to judge: none of the resources was its business.',
      },
    },
    'related-observations': [{ 'observation-uuid': observationId(rule.id) }],
    ...some(
      'related-risks',
      risks.filter((risk) => risk.rule === rule.id).map(({ uuid }) => ({ 'risk-uuid': uuid })),
    ),
  };
}
