import type { RuleCases } from '../../support/judge-template';

export const elasticsearchCases: readonly RuleCases[] = [];
