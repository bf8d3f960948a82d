import type { Rule } from '../../rule';
import { aggregatorAllRegions } from './aggregator-all-regions';
import { automationNoSuppression } from './automation-no-suppression';
import { hubStandards } from './hub-standards';
import { standardComplete } from './standard-complete';

/** In the order of their ids. */
export const securityhubRules: readonly Rule[] = [
  aggregatorAllRegions,
  automationNoSuppression,
  hubStandards,
  standardComplete,
];
