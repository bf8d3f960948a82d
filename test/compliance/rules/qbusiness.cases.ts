import type { RuleCases } from '../../support/judge-template';

export const qbusinessCases: readonly RuleCases[] = [];
