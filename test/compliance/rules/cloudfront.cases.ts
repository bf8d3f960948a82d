import type { RuleCases } from '../../support/judge-template';

export const cloudfrontCases: readonly RuleCases[] = [];
