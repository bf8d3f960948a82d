import type { Rule } from '../../rule';
import { customerKey } from './customer-key';
import { influxLogged } from './influx-logged';
import { influxNotPublic } from './influx-not-public';
import { tableRetention } from './table-retention';

/** In the order of their ids. */
export const timestreamRules: readonly Rule[] = [customerKey, influxLogged, influxNotPublic, tableRetention];
