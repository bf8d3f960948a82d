import type { RuleCases } from '../../support/judge-template';

export const appsyncCases: readonly RuleCases[] = [];
