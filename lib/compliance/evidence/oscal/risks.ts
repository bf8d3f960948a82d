import { groupBy } from '../../group-by';
import type { Evidence, WaiverRecord } from '../evidence';
import { line, property, some, timeOf } from './oscal';
import { uuidOf } from './uuid';

/** An OSCAL risk, and the rule it is about. */
export interface Risk {
  readonly rule: string;
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly statement: string;
  readonly status: string;
  readonly [more: string]: unknown;
}

/** A risk for each rule with something open, and for each waiver: the deviation, its measure, and the day it ends. */
export function risksOf(evidence: Evidence): readonly Risk[] {
  const rules = new Map(evidence.rules.map((rule) => [rule.id, rule]));
  const open = groupBy(
    evidence.verdicts.filter(({ verdict }) => verdict === 'finding' || verdict === 'unknown'),
    ({ rule }) => rule,
  );
  const opened = [...open].map(([id, rows]): Risk => {
    const rule = rules.get(id);
    return {
      rule: id,
      uuid: uuidOf('risk', id),
      title: line(rule?.title ?? id),
      description: `${rows.length} verdicts without a waiver`,
      statement: rule?.why ?? 'The evidence does not describe the rule.',
      status: 'open',
      remediations: [
        {
          uuid: uuidOf('remediation', id),
          lifecycle: 'recommendation',
          title: 'Fix',
          description: rule?.fix ?? 'Meet the rule.',
        },
      ],
      'related-observations': [{ 'observation-uuid': uuidOf('observation', id) }],
    };
  });
  const accepted = evidence.waivers.flatMap((waiver, index) => {
    const status = STATUS[waiver.status];
    return status === undefined ? [] : [deviation(waiver, index, status, rules.get(waiver.rule)?.why)];
  });
  // another rule may have come after the waiver: what did not run has no observation to point at
  const ran = new Set(evidence.verdicts.map(({ rule }) => rule));
  return [
    ...opened.filter(({ rule }) => rules.has(rule)),
    ...accepted.map((risk) => linked(risk, ran.has(risk.rule) && rules.has(risk.rule))),
  ];
}

/** Waivers that do nothing here are no risk but a row in the evidence. */
const STATUS: Readonly<Partial<Record<WaiverRecord['status'], string>>> = {
  'in-force': 'deviation-approved',
  'expires-soon': 'deviation-approved',
  expired: 'deviation-requested',
  refused: 'deviation-requested',
};

function deviation(waiver: WaiverRecord, index: number, status: string, why: string | undefined): Risk {
  const uuid = uuidOf('waiver', waiver.rule, waiver.resource, waiver.property ?? '', String(index));
  return {
    rule: waiver.rule,
    uuid,
    title: line(`${waiver.rule} on ${waiver.resource}`),
    description: waiver.reason,
    statement: why ?? 'The evidence does not describe the rule.',
    props: [
      property('ticket', waiver.ticket),
      property('owner', waiver.owner),
      property('approver', waiver.approver),
      property('waiver-status', waiver.status),
      property('waiver-source', waiver.source),
      ...(waiver.property === undefined ? [] : [property('property', waiver.property)]),
    ],
    status,
    'mitigating-factors': [{ uuid: uuidOf('alternative', uuid), description: waiver.alternative }],
    deadline: timeOf(waiver.expires),
  };
}

function linked(risk: Risk, ran: boolean): Risk {
  return {
    ...risk,
    ...some('related-observations', ran ? [{ 'observation-uuid': uuidOf('observation', risk.rule) }] : []),
  };
}
