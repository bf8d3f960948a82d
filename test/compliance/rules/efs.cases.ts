import type { RuleCases } from '../../support/judge-template';

export const efsCases: readonly RuleCases[] = [];
