import type { RuleCases } from '../../support/judge-template';

export const apprunnerCases: readonly RuleCases[] = [];
