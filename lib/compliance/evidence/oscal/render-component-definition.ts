import { groupBy } from '../../group-by';
import type { CoverageRecord, Evidence, RuleRecord } from '../evidence';
import { controlId, LAW_SOURCE, line, metadata, property, some } from './oscal';
import { uuidOf } from './uuid';

/**
 * The rules as an OSCAL component: for each paragraph of the law the rules that support it and the duty that remains. What
 * they found is in the assessment results.
 */
export function renderComponentDefinition(evidence: Evidence): string {
  const seed = evidence.inputs.rules.sha256;
  const citing = groupBy(
    evidence.rules.flatMap((rule) => rule.controls.map((control) => ({ control, rule }))),
    ({ control }) => control,
  );
  const component = {
    uuid: uuidOf('component', seed),
    type: 'validation',
    title: line(`Rules of ${evidence.packs.map(({ name }) => name).join(' and ')}`),
    description:
      'Rules that judge CloudFormation templates before deployment. They support paragraphs of 45 CFR part 164 and satisfy none.',
    props: evidence.packs.map(({ name, version, rules }) =>
      property('pack', `${name} ${version}, ${rules} rules`),
    ),
    'control-implementations': [
      {
        uuid: uuidOf('control-implementation', seed),
        source: LAW_SOURCE,
        description: `The paragraphs of 45 CFR part 164 as of ${evidence.lawAsOf} that bear on an AI environment.`,
        'implemented-requirements': evidence.coverage.map((row) =>
          requirement(
            row,
            (citing.get(row.control) ?? []).map(({ rule }) => rule),
            seed,
          ),
        ),
      },
    ],
  };
  const definition = {
    uuid: uuidOf('component-definition', JSON.stringify(evidence)),
    metadata: metadata(evidence, 'What supports 45 CFR part 164'),
    components: [component],
  };
  return `${JSON.stringify({ 'component-definition': definition }, undefined, 1)}\n`;
}

function requirement(row: CoverageRecord, rules: readonly RuleRecord[], seed: string) {
  const id = controlId(row.control);
  return {
    uuid: uuidOf('requirement', seed, row.control),
    'control-id': id,
    description: `45 CFR ${row.control}, ${row.title}: ${row.statement}`,
    props: [
      property('paragraph', row.control),
      property('specification', row.type),
      property('satisfied-by', row.satisfiedBy),
    ],
    ...some(
      'statements',
      rules.map((rule) => ({
        'statement-id': `${id}.${rule.id.replace(/[^A-Za-z0-9._-]+/gu, '-')}`,
        uuid: uuidOf('statement', seed, row.control, rule.id),
        description: `${rule.title}. ${rule.why}`,
        props: [property('rule', rule.id), property('severity', rule.severity), property('pack', rule.pack)],
      })),
    ),
  };
}
