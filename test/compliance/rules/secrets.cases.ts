import type { RuleCases } from '../../support/judge-template';

export const secretsCases: readonly RuleCases[] = [];
