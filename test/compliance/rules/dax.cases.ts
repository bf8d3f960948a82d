import type { RuleCases } from '../../support/judge-template';

export const daxCases: readonly RuleCases[] = [];
