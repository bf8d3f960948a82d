import type { RuleCases } from '../../support/judge-template';

export const rdsCases: readonly RuleCases[] = [];
