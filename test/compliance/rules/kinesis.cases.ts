import type { RuleCases } from '../../support/judge-template';

export const kinesisCases: readonly RuleCases[] = [];
