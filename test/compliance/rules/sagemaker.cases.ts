import type { RuleCases } from '../../support/judge-template';

export const sagemakerCases: readonly RuleCases[] = [];
