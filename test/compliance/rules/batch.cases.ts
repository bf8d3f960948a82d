import type { RuleCases } from '../../support/judge-template';

export const batchCases: readonly RuleCases[] = [];
