import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Selector } from './selector';
import { selectorsOf } from './selectors';

const KMS = 'kms.amazonaws.com';
/** Narrowing by source can be read; any other leaves out some calls. */
const BY_SOURCE: readonly string[] = [
  'ExcludeManagementEventSources',
  'eventSource Equals',
  'eventSource NotEquals',
];

export const kmsEvents: Rule = {
  id: 'cloudtrail-kms-events',
  title: 'what takes management events takes every call to KMS',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Decrypt and GenerateDataKey are management events, and reads: a trail without them does not know who opened PHI.',
  fix: `take ${KMS} out of ExcludeManagementEventSources or of eventSource NotEquals, and narrow management events by no other field; no selector of data events takes calls to KMS`,
  resourceTypes: ['AWS::CloudTrail::Trail', 'AWS::CloudTrail::EventDataStore'],
  check(recorder) {
    const management = selectorsOf(recorder).filter(({ category }) => category === 'Management');
    const wavering = selectorsOf(recorder).filter(({ wavers }) => wavers);
    // whether there must be management events at all is for cloudtrail-management-events
    if (management.length === 0 && wavering.length === 0) return 'not-applicable';
    if (management.some((selector) => !selector.wavers && whatIsMissing(selector) === undefined)) return [];
    if (wavering.length > 0) {
      return wavering.map(({ path }) =>
        unknown(path, 'cannot be read from the template; it must take all calls to KMS'),
      );
    }
    return management.flatMap(observed);
  },
};

function observed(selector: Selector): readonly Observation[] {
  const missing = whatIsMissing(selector);
  return missing === undefined ? [] : [finding(selector.path, missing)];
}

function whatIsMissing({ narrowedBy, onlySources, exceptSources }: Selector): string | undefined {
  if (exceptSources.includes(KMS)) return `leaves out ${KMS}: nobody can tell who used which key`;
  if (onlySources.length > 0 && !onlySources.includes(KMS)) return `takes other sources than ${KMS} only`;
  const others = narrowedBy.filter((by) => !BY_SOURCE.includes(by));
  return others.length === 0 ? undefined : `leaves out calls to KMS by ${others.join(', ')}`;
}
