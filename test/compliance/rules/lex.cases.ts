import type { RuleCases } from '../../support/judge-template';

export const lexCases: readonly RuleCases[] = [];
