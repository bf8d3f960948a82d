import type { Rule } from '../../rule';
import { noDebugLogging } from './no-debug-logging';
import { noEventLogging } from './no-event-logging';
import { noIdentifiers } from './no-identifiers';

/** In the order of their ids. */
export const phiRules: readonly Rule[] = [noDebugLogging, noEventLogging, noIdentifiers];
