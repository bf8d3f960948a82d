import type { RuleCases } from '../../support/judge-template';

export const apigatewayCases: readonly RuleCases[] = [];
