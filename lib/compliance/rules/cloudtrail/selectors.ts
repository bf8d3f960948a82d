import { finding, unknown, type Observation } from '../../rule';
import type { Resource } from '../../template/resource';
import { readAdvanced } from './advanced-selector';
import { readClassic } from './classic-selectors';
import { ALL_MANAGEMENT_EVENTS, type Selector } from './selector';

const known = new WeakMap<Resource, readonly Selector[]>();

/** Event selectors of a trail. Without any, a trail records all management events and no data events. */
export function selectorsOf(trail: Resource): readonly Selector[] {
  const selectors = known.get(trail) ?? readSelectors(trail);
  known.set(trail, selectors);
  return selectors;
}

function readSelectors(trail: Resource): readonly Selector[] {
  const classic = trail.property('EventSelectors');
  const advanced = trail.property('AdvancedEventSelectors');
  if (!classic.isPresent && !advanced.isPresent) return [ALL_MANAGEMENT_EVENTS];
  const selectors = [...classic.items().flatMap(readClassic), ...advanced.items().map(readAdvanced)];
  const wavers = classic.values.length > 1 || advanced.values.length > 1;
  return wavers ? selectors.map((selector) => ({ ...selector, wavers })) : selectors;
}

/** Requires that one selector meets a requirement, whatever the template's conditions say. */
export function requireSelector(
  trail: Resource,
  meets: (selector: Selector) => boolean,
  expectation: string,
): readonly Observation[] {
  const selectors = selectorsOf(trail);
  if (selectors.some((selector) => !selector.wavers && meets(selector))) return [];
  const path = trail.property('AdvancedEventSelectors').isPresent
    ? 'Properties.AdvancedEventSelectors'
    : 'Properties.EventSelectors';
  return selectors.some((selector) => selector.wavers)
    ? [unknown(path, `cannot be read from the template; ${expectation}`)]
    : [finding(path, expectation)];
}

/** How ARN prefixes say "all of the service", e.g. `arn:aws:lambda`, `arn:aws:s3:::`. */
const WHOLE_SERVICE = /^arn(?::(?:aws[a-z-]*|\$\{AWS::Partition\})(?::[a-z0-9-]+:*)?)?$/u;

/** True when a selector takes every data event of a resource type but those of the ARNs it leaves out. */
export function takesAll(selector: Selector, type: string): boolean {
  return (
    selector.category === 'Data' &&
    selector.types.includes(type) &&
    selector.narrowedBy.length === 0 &&
    (selector.only.length === 0 || selector.only.some((start) => WHOLE_SERVICE.test(start)))
  );
}
