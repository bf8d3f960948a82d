import type { RuleCases } from '../../support/judge-template';

export const ssmCases: readonly RuleCases[] = [];
