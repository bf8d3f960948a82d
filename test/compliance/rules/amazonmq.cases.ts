import type { RuleCases } from '../../support/judge-template';

export const amazonmqCases: readonly RuleCases[] = [];
