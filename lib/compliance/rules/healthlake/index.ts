import type { Rule } from '../../rule';
import { customerKey } from './customer-key';
import { datastoreRetained } from './datastore-retained';
import { fineGrainedAuthorization } from './fine-grained-authorization';
import { noSampleData } from './no-sample-data';

/** In the order of their ids. */
export const healthlakeRules: readonly Rule[] = [
  customerKey,
  datastoreRetained,
  fineGrainedAuthorization,
  noSampleData,
];
