import type { RuleCases } from '../../support/judge-template';

export const phiCases: readonly RuleCases[] = [];
