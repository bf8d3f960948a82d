import type { RuleCases } from '../../support/judge-template';

export const stepfunctionsCases: readonly RuleCases[] = [];
