import type { RuleCases } from '../../support/judge-template';

export const kendraCases: readonly RuleCases[] = [];
