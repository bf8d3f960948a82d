import type { RuleCases } from '../../support/judge-template';

export const cassandraCases: readonly RuleCases[] = [];
