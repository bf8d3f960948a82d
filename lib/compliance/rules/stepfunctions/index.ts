import type { Rule } from '../../rule';
import { customerKey } from './customer-key';
import { logged } from './logged';
import { noExecutionData } from './no-execution-data';
import { tracing } from './tracing';

/** In the order of their ids. */
export const stepfunctionsRules: readonly Rule[] = [customerKey, logged, noExecutionData, tracing];
