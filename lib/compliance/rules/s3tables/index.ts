import type { Rule } from '../../rule';
import { bucketCustomerKey } from './bucket-customer-key';
import { bucketFilesKept } from './bucket-files-kept';
import { bucketReplicated } from './bucket-replicated';
import { policyNotPublic } from './policy-not-public';
import { tableSnapshotsKept } from './table-snapshots-kept';
import { tablesRetained } from './tables-retained';

/** In the order of their ids. */
export const s3tablesRules: readonly Rule[] = [
  bucketCustomerKey,
  bucketFilesKept,
  bucketReplicated,
  policyNotPublic,
  tableSnapshotsKept,
  tablesRetained,
];
