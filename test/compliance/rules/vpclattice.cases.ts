import type { RuleCases } from '../../support/judge-template';

export const vpclatticeCases: readonly RuleCases[] = [];
