import type { RuleCases } from '../../support/judge-template';

export const athenaCases: readonly RuleCases[] = [];
