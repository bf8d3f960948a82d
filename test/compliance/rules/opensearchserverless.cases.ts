import type { RuleCases } from '../../support/judge-template';

export const opensearchserverlessCases: readonly RuleCases[] = [];
