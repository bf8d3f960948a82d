import type { aws_iam as iam, aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { LockedBucket } from '../locked-bucket';
import { AuditTable } from './audit-table';
import type { AuditWorkgroup } from './audit-workgroup';
import { LEDGER_COLUMNS } from './ledger-columns';
import { LEDGER_QUERIES } from './ledger-queries';

/** Below it are the chains of writers, by day; their announcements and the checkpoints are elsewhere. */
const RECORDS = 'records/';

export interface LedgerTableProps {
  readonly workgroup: AuditWorkgroup;
  /** That of the `Ledger`. */
  readonly lockedBucket: LockedBucket;
  /** The key of that bucket. */
  readonly bucketKey: kms.IKey;
}

/**
 * The ledger as a table `ledger`, pruned by `day`, with the questions that are asked of it: disclosures of an individual, accesses
 * of a principal, refusals, leaks, bulk and off-hours use, new purposes, re-identifications. A line is a record where `type` is
 * `record`; closes of segments are the other lines. Individuals appear as keyed digests, so no result holds PHI.
 *
 * A query reads what is there: that nothing was changed or removed is said by `hipaa-ai ledger verify` alone.
 * Supports 45 CFR 164.308(a)(1)(ii)(D), 164.312(b) and 164.528.
 */
export class LedgerTable extends Construct {
  readonly #table: AuditTable;

  constructor(scope: Construct, id: string, { workgroup, lockedBucket, bucketKey }: LedgerTableProps) {
    super(scope, id);
    this.#table = new AuditTable(this, 'Table', {
      workgroup,
      name: 'ledger',
      description: 'Interactions with models, and closes of segments',
      columns: LEDGER_COLUMNS,
      queries: LEDGER_QUERIES,
      lockedBucket,
      encryptionKey: bucketKey,
      prefix: RECORDS,
      folders: '${day}/',
      dayFormat: 'yyyy-MM-dd',
      partitions: {},
      inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
    });
  }

  /** Lets a role ask the ledger through Athena. */
  grantQuery(grantee: iam.IGrantable): void {
    this.#table.grantQuery(grantee);
  }
}
