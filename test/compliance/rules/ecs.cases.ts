import type { RuleCases } from '../../support/judge-template';

export const ecsCases: readonly RuleCases[] = [];
