import type { RuleCases } from '../../support/judge-template';

export const configCases: readonly RuleCases[] = [];
