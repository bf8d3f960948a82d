import type { RuleCases } from '../../support/judge-template';

export const elasticloadbalancingCases: readonly RuleCases[] = [];
