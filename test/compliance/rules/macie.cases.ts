import type { RuleCases } from '../../support/judge-template';

export const macieCases: readonly RuleCases[] = [];
