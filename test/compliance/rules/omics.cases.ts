import type { RuleCases } from '../../support/judge-template';

export const omicsCases: readonly RuleCases[] = [];
