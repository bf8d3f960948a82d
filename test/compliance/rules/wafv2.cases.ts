import type { RuleCases } from '../../support/judge-template';

export const wafv2Cases: readonly RuleCases[] = [];
