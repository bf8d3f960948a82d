import type { Rule } from '../../rule';
import { workgroupBucketOwner } from './workgroup-bucket-owner';
import { workgroupCustomerKey } from './workgroup-customer-key';
import { workgroupEncrypted } from './workgroup-encrypted';
import { workgroupEnforced } from './workgroup-enforced';
import { workgroupKept } from './workgroup-kept';
import { workgroupLogsCustomerKey } from './workgroup-logs-customer-key';
import { workgroupMetered } from './workgroup-metered';
import { workgroupSessionLogged } from './workgroup-session-logged';

/** In the order of their ids. */
export const athenaRules: readonly Rule[] = [
  workgroupBucketOwner,
  workgroupCustomerKey,
  workgroupEncrypted,
  workgroupEnforced,
  workgroupKept,
  workgroupLogsCustomerKey,
  workgroupMetered,
  workgroupSessionLogged,
];
