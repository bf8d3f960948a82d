import type { RuleCases } from '../../support/judge-template';

export const apigatewayv2Cases: readonly RuleCases[] = [];
