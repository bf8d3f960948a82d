import type { Rule } from '../../rule';
import { alarmActions } from './alarm-actions';
import { alarmEnabled } from './alarm-enabled';
import { alarmOnFailure } from './alarm-on-failure';
import { alarmOnSilence } from './alarm-on-silence';

/** In the order of their ids. */
export const cloudwatchRules: readonly Rule[] = [alarmActions, alarmEnabled, alarmOnFailure, alarmOnSilence];
