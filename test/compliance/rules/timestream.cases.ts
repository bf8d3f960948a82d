import type { RuleCases } from '../../support/judge-template';

export const timestreamCases: readonly RuleCases[] = [];
