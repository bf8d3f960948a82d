import type { Property } from '../../template/property';
import { isTrue } from '../../template/value';
import { ALL_MANAGEMENT_EVENTS, isOpen, type Selector } from './selector';

/** Source: CloudTrail API reference, "EventSelector". Management events are in unless it says otherwise. */
export function readClassic(selector: Property): readonly Selector[] {
  const readWrite = selector.at('ReadWriteType');
  const management = selector.at('IncludeManagementEvents');
  const narrowedBy = readWrite.texts().some((type) => type !== 'All') ? ['ReadWriteType'] : [];
  const excluded = selector.at('ExcludeManagementEventSources');
  const excludes = excluded.items().length > 0;
  const { texts: exceptSources, hasGaps, varies } = excluded.list();
  const wavers = isOpen(selector) || isOpen(readWrite);
  const included = management.values.every((value) => value.kind !== 'literal' || isTrue(value.value));
  const managementEvents: Selector = {
    ...ALL_MANAGEMENT_EVENTS,
    path: selector.path,
    exceptSources,
    narrowedBy: excludes ? [...narrowedBy, 'ExcludeManagementEventSources'] : narrowedBy,
    wavers: wavers || isOpen(management) || hasGaps || varies,
  };
  return [
    ...(included ? [managementEvents] : []),
    ...selector
      .at('DataResources')
      .items()
      .map((resource): Selector => {
        const values = resource.member('Values').list();
        return {
          path: resource.path,
          category: 'Data',
          types: resource.member('Type').texts(),
          // without values it takes nothing, which is not the same as everything
          only: values.texts.length === 0 ? [''] : values.texts,
          except: [],
          onlySources: [],
          exceptSources: [],
          narrowedBy,
          wavers: wavers || isOpen(resource) || values.varies || values.hasGaps,
        };
      }),
  ];
}
