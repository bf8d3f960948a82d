import type { Rule } from '../../rule';
import { defaultBlock } from './default-block';
import { hasRules } from './has-rules';
import { knownBadInputs } from './known-bad-inputs';
import { logRedaction } from './log-redaction';
import { logging } from './logging';
import { noClassic } from './no-classic';
import { ruleMetrics } from './rule-metrics';
import { rulesBlock } from './rules-block';
import { sqlInjectionSensitivity } from './sql-injection-sensitivity';

/** In the order of their ids. */
export const wafv2Rules: readonly Rule[] = [
  defaultBlock,
  hasRules,
  knownBadInputs,
  logRedaction,
  logging,
  noClassic,
  ruleMetrics,
  rulesBlock,
  sqlInjectionSensitivity,
];
