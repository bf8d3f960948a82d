import type { Rule } from '../../rule';
import { enhancedHealth } from './enhanced-health';
import { instanceMetadata } from './instance-metadata';
import { logsStreamed } from './logs-streamed';
import { managedUpdates } from './managed-updates';

/** In the order of their ids. */
export const elasticbeanstalkRules: readonly Rule[] = [
  enhancedHealth,
  instanceMetadata,
  logsStreamed,
  managedUpdates,
];
