import type { RuleCases } from '../../support/judge-template';

export const snsCases: readonly RuleCases[] = [];
