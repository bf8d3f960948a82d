import type { RuleCases } from '../../support/judge-template';

export const eksCases: readonly RuleCases[] = [];
