import type { Rule } from '../../rule';
import { workgroupCustomerKey } from './workgroup-customer-key';
import { workgroupEncrypted } from './workgroup-encrypted';
import { workgroupEnforced } from './workgroup-enforced';
import { workgroupMetered } from './workgroup-metered';

/** In the order of their ids. */
export const athenaRules: readonly Rule[] = [
  workgroupCustomerKey,
  workgroupEncrypted,
  workgroupEnforced,
  workgroupMetered,
];
