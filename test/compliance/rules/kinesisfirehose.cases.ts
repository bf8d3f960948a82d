import type { RuleCases } from '../../support/judge-template';

export const kinesisfirehoseCases: readonly RuleCases[] = [];
