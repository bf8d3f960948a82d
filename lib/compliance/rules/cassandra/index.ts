import type { Rule } from '../../rule';
import { customerKey } from './customer-key';
import { pointInTimeRecovery } from './point-in-time-recovery';

/** In the order of their ids. */
export const cassandraRules: readonly Rule[] = [customerKey, pointInTimeRecovery];
