import type { RuleCases } from '../../support/judge-template';

export const codebuildCases: readonly RuleCases[] = [];
