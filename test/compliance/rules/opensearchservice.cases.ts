import type { RuleCases } from '../../support/judge-template';

export const opensearchserviceCases: readonly RuleCases[] = [];
