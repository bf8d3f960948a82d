import { Aws, Stack, Token, type aws_iam as iam, type aws_kms as kms } from 'aws-cdk-lib';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { Construct } from 'constructs';
import type { LockedBucket } from '../locked-bucket';
import { AuditTable } from './audit-table';
import type { AuditWorkgroup } from './audit-workgroup';
import { TRAIL_COLUMNS } from './trail-columns';
import { TRAIL_QUERIES } from './trail-queries';

/** Of management and data events, and of what endpoints refused. Insights and digests have another shape. Source: CloudTrail user guide, "Finding your CloudTrail log files". */
const FOLDERS = ['CloudTrail', 'CloudTrail-NetworkActivity'] as const;

export interface TrailTableProps {
  readonly workgroup: AuditWorkgroup;
  /** To which the `AuditTrail` delivers. */
  readonly lockedBucket: LockedBucket;
  /** Encrypts what it delivers. */
  readonly encryptionKey: kms.IKey;
  /**
   * Regions whose events can be asked for. The trail has those of every Region: who steals a credential may use one that nobody watches.
   * @default - every Region of the stack's partition that this version of the CDK knows
   */
  readonly regions?: readonly string[];
}

/**
 * The trail as a table `trail`, pruned by `folder`, `region` and `day`, with the questions that are asked of it: who used a key, who
 * read objects, which calls were refused, who went for the record, and who called models past the gateway.
 * Supports 45 CFR 164.308(a)(1)(ii)(D) and 164.312(b).
 */
export class TrailTable extends Construct {
  readonly #table: AuditTable;

  constructor(scope: Construct, id: string, props: TrailTableProps) {
    super(scope, id);
    const { workgroup, lockedBucket, encryptionKey, regions = this.#regionsOfPartition() } = props;
    this.#table = new AuditTable(this, 'Table', {
      workgroup,
      name: 'trail',
      description: 'Calls of AWS interfaces, as CloudTrail delivered them',
      columns: TRAIL_COLUMNS,
      queries: TRAIL_QUERIES,
      lockedBucket,
      encryptionKey,
      prefix: `AWSLogs/${Aws.ACCOUNT_ID}/`,
      folders: '${folder}/${region}/${day}/',
      dayFormat: 'yyyy/MM/dd',
      partitions: { folder: FOLDERS, region: regions },
      inputFormat: 'com.amazon.emr.cloudtrail.CloudTrailInputFormat',
    });
  }

  /** Lets a role ask the trail through Athena. */
  grantQuery(grantee: iam.IGrantable): void {
    this.#table.grantQuery(grantee);
  }

  #regionsOfPartition(): readonly string[] {
    const { region } = Stack.of(this);
    const partition = Token.isUnresolved(region) ? 'aws' : (RegionInfo.get(region).partition ?? 'aws');
    return RegionInfo.regions.filter((each) => each.partition === partition).map(({ name }) => name);
  }
}
