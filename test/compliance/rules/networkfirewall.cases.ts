import type { RuleCases } from '../../support/judge-template';

export const networkfirewallCases: readonly RuleCases[] = [];
