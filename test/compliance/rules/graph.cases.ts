import type { RuleCases } from '../../support/judge-template';

export const graphCases: readonly RuleCases[] = [];
