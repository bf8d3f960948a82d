import type { RuleCases } from '../../support/judge-template';

export const comprehendCases: readonly RuleCases[] = [];
