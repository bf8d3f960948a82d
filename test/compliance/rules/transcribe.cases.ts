import type { RuleCases } from '../../support/judge-template';

export const transcribeCases: readonly RuleCases[] = [];
