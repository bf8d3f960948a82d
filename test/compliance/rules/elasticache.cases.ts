import type { RuleCases } from '../../support/judge-template';

export const elasticacheCases: readonly RuleCases[] = [];
