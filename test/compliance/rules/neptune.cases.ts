import type { RuleCases } from '../../support/judge-template';

export const neptuneCases: readonly RuleCases[] = [];
