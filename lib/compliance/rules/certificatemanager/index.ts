import type { Rule } from '../../rule';
import { dnsValidation } from './dns-validation';
import { keyAlgorithm } from './key-algorithm';
import { noExport } from './no-export';
import { noWildcard } from './no-wildcard';
import { strongKey } from './strong-key';
import { transparency } from './transparency';

/** In the order of their ids. */
export const certificatemanagerRules: readonly Rule[] = [
  dnsValidation,
  keyAlgorithm,
  noExport,
  noWildcard,
  strongKey,
  transparency,
];
