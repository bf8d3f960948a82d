import {
  approvalsIn,
  nameOfApproval,
  reviewDayOf,
  type PlacedApproval,
} from '../../approvals/read-approvals';
import { ANY_TYPE, finding, unknown, type Observation, type Rule } from '../../rule';

export const approvalsCurrent: Rule = {
  id: 'governance-approvals-current',
  title: 'approvals of models and agreements with business associates were reviewed in time',
  severity: 'error',
  controls: ['164.308(a)(8)', '164.308(b)(1)', '164.502(e)'],
  profiles: ['hipaa', 'ai'],
  why: 'What was right to allow a year ago, under other terms and another model, nobody has looked at since.',
  fix: 'review it, then write the new approval and its next review, or take it off the list',
  resourceTypes: [ANY_TYPE],
  check(resource, template, { asOf }) {
    // what stands beside the resources is told with the first of them
    const isFirst = template.resources[0] === resource;
    const placed = approvalsIn(isFirst ? [template, resource] : [resource]);
    if (placed.length === 0) return 'not-applicable';
    return placed.flatMap((each) => observe(each, asOf));
  },
};

function observe({ path, approval }: PlacedApproval, asOf: string | undefined): readonly Observation[] {
  if (!approval) return [unknown(path, 'is no approval that can be read')];
  const day = reviewDayOf(approval);
  if (day === undefined) return [];
  const name = nameOfApproval(approval);
  if (asOf === undefined)
    return [unknown(`${path}.reviewBy`, `no day is given to judge the review of ${name} against`)];
  return day < asOf ? [finding(`${path}.reviewBy`, `${name} was to be reviewed by ${day}`)] : [];
}
