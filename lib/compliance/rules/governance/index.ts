import type { Rule } from '../../rule';
import { accountDetection } from './account-detection';
import { approvalsCurrent } from './approvals-current';
import { businessAssociate } from './business-associate';
import { customResourceCalls } from './custom-resource-calls';
import { dataClassTag } from './data-class-tag';
import { deidentificationRecorded } from './deidentification-recorded';
import { eligibleService } from './eligible-service';
import { phiInProduction } from './phi-in-production';
import { region } from './region';
import { serviceInOperation } from './service-in-operation';
import { storeClassified } from './store-classified';

/** In the order of their ids. */
export const governanceRules: readonly Rule[] = [
  accountDetection,
  approvalsCurrent,
  businessAssociate,
  customResourceCalls,
  dataClassTag,
  deidentificationRecorded,
  eligibleService,
  phiInProduction,
  region,
  serviceInOperation,
  storeClassified,
];
