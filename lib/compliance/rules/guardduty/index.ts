import type { Rule } from '../../rule';
import { detectorEnabled } from './detector-enabled';
import { detectorFeatures } from './detector-features';
import { detectorFrequency } from './detector-frequency';
import { detectorRuntimeMonitoring } from './detector-runtime-monitoring';
import { filterNoArchive } from './filter-no-archive';
import { malwarePlanTags } from './malware-plan-tags';
import { publishingCustomerKey } from './publishing-customer-key';

/** In the order of their ids. */
export const guarddutyRules: readonly Rule[] = [
  detectorEnabled,
  detectorFeatures,
  detectorFrequency,
  detectorRuntimeMonitoring,
  filterNoArchive,
  malwarePlanTags,
  publishingCustomerKey,
];
