import type { RuleCases } from '../../support/judge-template';

export const cloudwatchCases: readonly RuleCases[] = [];
