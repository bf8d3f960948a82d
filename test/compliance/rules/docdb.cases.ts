import type { RuleCases } from '../../support/judge-template';

export const docdbCases: readonly RuleCases[] = [];
