import type { RuleCases } from '../../support/judge-template';

export const s3expressCases: readonly RuleCases[] = [];
