import type { Rule } from '../../rule';
import { bedrockDataEvents } from './bedrock-data-events';
import { bucketLocked } from './bucket-locked';
import { cloudwatchDelivery } from './cloudwatch-delivery';
import { dataEvents } from './data-events';
import { encrypted } from './encrypted';
import { logValidation } from './log-validation';
import { managementEvents } from './management-events';
import { multiRegion } from './multi-region';

/** In the order of their ids. */
export const cloudtrailRules: readonly Rule[] = [
  bedrockDataEvents,
  bucketLocked,
  cloudwatchDelivery,
  dataEvents,
  encrypted,
  logValidation,
  managementEvents,
  multiRegion,
];
