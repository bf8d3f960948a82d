import type { Rule } from '../../rule';
import { aggregatorAllRegions } from './aggregator-all-regions';
import { deliveryBucketUnlocked } from './delivery-bucket-unlocked';
import { deliveryCustomerKey } from './delivery-customer-key';
import { recorderAllResources } from './recorder-all-resources';
import { recorderContinuous } from './recorder-continuous';
import { recorderServiceRole } from './recorder-service-role';
import { ruleNoDebugLog } from './rule-no-debug-log';

/** In the order of their ids. */
export const configRules: readonly Rule[] = [
  aggregatorAllRegions,
  deliveryBucketUnlocked,
  deliveryCustomerKey,
  recorderAllResources,
  recorderContinuous,
  recorderServiceRole,
  ruleNoDebugLog,
];
