import type { Rule } from '../../rule';
import { dataInPrivateSubnets } from './data-in-private-subnets';
import { databaseNotBehindPublicDoor } from './database-not-behind-public-door';
import { keyServesOneDataClass } from './key-serves-one-data-class';

/** In the order of their ids. */
export const graphRules: readonly Rule[] = [
  dataInPrivateSubnets,
  databaseNotBehindPublicDoor,
  keyServesOneDataClass,
];
