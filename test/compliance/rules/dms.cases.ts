import type { RuleCases } from '../../support/judge-template';

export const dmsCases: readonly RuleCases[] = [];
