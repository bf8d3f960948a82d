import type { RuleCases } from '../../support/judge-template';

export const memorydbCases: readonly RuleCases[] = [];
