import type { RuleCases } from '../../support/judge-template';

export const sqsCases: readonly RuleCases[] = [];
