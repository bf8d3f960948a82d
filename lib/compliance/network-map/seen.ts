import { Settings } from '../parameter';
import type { Observation, Rule } from '../rule';
import type { Resource } from '../template/resource';

/**
 * What a rule sees on a resource, with the parameters it has by itself: the map says what templates show, not what an
 * organization accepts. A rule that fails, which the evidence reports as a finding, tells nothing here.
 */
export function seenBy(rule: Rule, resource: Resource): readonly Observation[] | 'not-applicable' | 'failed' {
  try {
    return rule.check(resource, resource.template, Settings.DEFAULTS);
  } catch {
    return 'failed';
  }
}
