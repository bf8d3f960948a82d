import type { RuleCases } from '../../support/judge-template';

export const emrCases: readonly RuleCases[] = [];
