import type { RuleCases } from '../../support/judge-template';

export const autoscalingCases: readonly RuleCases[] = [];
