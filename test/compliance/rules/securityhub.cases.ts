import type { RuleCases } from '../../support/judge-template';

export const securityhubCases: readonly RuleCases[] = [];
