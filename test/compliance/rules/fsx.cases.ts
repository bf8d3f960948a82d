import type { RuleCases } from '../../support/judge-template';

export const fsxCases: readonly RuleCases[] = [];
