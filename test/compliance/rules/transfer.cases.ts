import type { RuleCases } from '../../support/judge-template';

export const transferCases: readonly RuleCases[] = [];
