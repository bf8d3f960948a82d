import type { RuleCases } from '../../support/judge-template';

export const accessanalyzerCases: readonly RuleCases[] = [];
