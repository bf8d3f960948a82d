import type { RuleCases } from '../../support/judge-template';

export const medicalimagingCases: readonly RuleCases[] = [];
