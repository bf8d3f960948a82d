import type { RuleCases } from '../../support/judge-template';

export const mskCases: readonly RuleCases[] = [];
