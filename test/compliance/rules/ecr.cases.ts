import type { RuleCases } from '../../support/judge-template';

export const ecrCases: readonly RuleCases[] = [];
