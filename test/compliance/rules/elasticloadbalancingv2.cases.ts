import type { RuleCases } from '../../support/judge-template';

export const elasticloadbalancingv2Cases: readonly RuleCases[] = [];
