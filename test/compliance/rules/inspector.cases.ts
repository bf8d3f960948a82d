import type { RuleCases } from '../../support/judge-template';

export const inspectorCases: readonly RuleCases[] = [];
