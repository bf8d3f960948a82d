import {
  Aws,
  aws_athena as athena,
  aws_glue as glue,
  aws_iam as iam,
  aws_s3 as s3,
  Duration,
  RemovalPolicy,
  Size,
  SizeRoundingBehavior,
  Tags,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DataClass } from '../../contract/data-class';
import { TAGS } from '../../contract/tags';
import { ConfigurationError } from '../../errors';
import { requireOwnKey } from '../../own-key-uploads';
import { PRIVATE_BUCKET } from '../../private-bucket';
import type { AccessLogBucket } from '../access-log-bucket';
import { viaService } from '../via-service';

const AUDIT: DataClass = 'AUDIT';
const NAME = /^[a-z][a-z0-9-]{0,126}[a-z0-9]$/u;
/** Below it Athena refuses the limit. Source: Athena API reference, `WorkGroupConfiguration`. */
const LEAST_SCAN_BYTES = 10_000_000;
const RESULTS = 'results/';

export interface AuditWorkgroupProps {
  /**
   * Name of the workgroup and, with `_` in place of `-`, of the database. 2 to 128 lower-case letters, digits and `-`, a letter
   * first and no `-` last; once in an account and Region.
   */
  readonly name: string;
  /** Encrypts results; its policy must let users use it through S3. */
  readonly encryptionKey: kms.IKey;
  /** Receives the access logs of the bucket of results. */
  readonly accessLogBucket: AccessLogBucket;
  /**
   * How long results are kept: whole days from 1. They are copies, the record stays.
   * @default Duration.days(30)
   */
  readonly resultRetention?: Duration;
  /**
   * What one query may read before Athena ends it: 10 MB and more.
   * @default Size.gibibytes(50)
   */
  readonly scanLimit?: Size;
}

/**
 * Where questions about the record are asked: an Athena workgroup whose place and encryption of results no client changes, a
 * bucket of results under a customer-managed key that empties itself, and a database of the Glue catalog for `TrailTable` and
 * `LedgerTable`. The workgroup and the results outlive their stack: its history says who looked for whom.
 *
 * Whether the catalog is encrypted is a setting of the account; it is not set here, and holds names of columns and buckets.
 * Supports 45 CFR 164.308(a)(1)(ii)(D) and 164.312(b).
 * @throws ConfigurationError `WorkgroupName`, `ResultRetention` or `ScanLimit` outside of what is said there
 */
export class AuditWorkgroup extends Construct {
  readonly name: string;
  readonly databaseName: string;
  readonly results: s3.Bucket;
  readonly workgroup: athena.CfnWorkGroup;
  readonly database: glue.CfnDatabase;
  readonly #encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: AuditWorkgroupProps) {
    super(scope, id);
    const {
      name,
      encryptionKey,
      resultRetention = Duration.days(30),
      scanLimit = Size.gibibytes(50),
    } = props;
    this.#check(name, resultRetention, scanLimit);
    this.name = name;
    this.databaseName = name.replaceAll('-', '_');
    this.#encryptionKey = encryptionKey;
    this.results = new s3.Bucket(this, 'Results', {
      ...PRIVATE_BUCKET,
      encryption: s3.BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      lifecycleRules: [
        {
          id: 'ExpireResults',
          expiration: resultRetention,
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    requireOwnKey(this.results, encryptionKey.keyArn);
    props.accessLogBucket.receiveLogsOf(this.results, `${name}/`);
    this.workgroup = this.#makeWorkgroup(scanLimit);
    this.database = new glue.CfnDatabase(this, 'Database', {
      catalogId: Aws.ACCOUNT_ID,
      databaseInput: { name: this.databaseName, description: 'The record of who did what' },
    });
    Tags.of(this).add(TAGS.dataClass, AUDIT, { priority: 200 });
  }

  /** Lets a role run queries here and read their results. What they may read is granted by each table. */
  grantRun(grantee: iam.IGrantable): void {
    const grant = (actions: readonly string[], arns: readonly string[], service?: string) =>
      iam.Grant.addToPrincipal({
        grantee,
        actions: [...actions],
        resourceArns: [...arns],
        ...(service === undefined ? {} : { conditions: { StringEquals: viaService(service) } }),
      }).assertSuccess();
    grant(
      [
        'athena:BatchGetNamedQuery',
        'athena:GetNamedQuery',
        'athena:GetQueryExecution',
        'athena:GetQueryResults',
        'athena:GetWorkGroup',
        'athena:ListNamedQueries',
        'athena:StartQueryExecution',
        'athena:StopQueryExecution',
      ],
      [`arn:${Aws.PARTITION}:athena:${Aws.REGION}:${Aws.ACCOUNT_ID}:workgroup/${this.name}`],
    );
    // Athena looks for a database of this name, whatever is asked. Source: Athena user guide, "Configure access to databases and tables in the AWS Glue Data Catalog"
    grant(['glue:GetDatabase'], this.catalogArns('database/default', `database/${this.databaseName}`));
    grant(['s3:GetBucketLocation', 's3:ListBucket'], [this.results.bucketArn]);
    grant(
      ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'],
      [this.results.arnForObjects(`${RESULTS}*`)],
    );
    grant(['kms:Decrypt', 'kms:GenerateDataKey'], [this.#encryptionKey.keyArn], 's3');
  }

  /** ARNs of resources of the catalog, and of the catalog itself, on which each of their actions is asked too. */
  catalogArns(...resources: readonly string[]): readonly string[] {
    return ['catalog', ...resources].map(
      (each) => `arn:${Aws.PARTITION}:glue:${Aws.REGION}:${Aws.ACCOUNT_ID}:${each}`,
    );
  }

  #makeWorkgroup(scanLimit: Size): athena.CfnWorkGroup {
    const workgroup = new athena.CfnWorkGroup(this, 'Resource', {
      name: this.name,
      description: 'Questions about the record of who did what',
      state: 'ENABLED',
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        requesterPaysEnabled: false,
        bytesScannedCutoffPerQuery: scanLimit.toBytes(),
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: this.results.s3UrlForObject(RESULTS),
          expectedBucketOwner: Aws.ACCOUNT_ID,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: this.#encryptionKey.keyArn },
        },
      },
    });
    workgroup.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    return workgroup;
  }

  #check(name: string, resultRetention: Duration, scanLimit: Size): void {
    if (!NAME.test(name))
      throw new ConfigurationError(
        this,
        'WorkgroupName',
        `name is '${name}'; give 2 to 128 lower-case letters, digits and '-', a letter first and no '-' last`,
      );
    const days = resultRetention.toDays({ integral: false });
    if (!Number.isInteger(days) || days < 1)
      throw new ConfigurationError(
        this,
        'ResultRetention',
        `resultRetention is ${days} days; give whole days from 1`,
      );
    const bytes = scanLimit.toBytes({ rounding: SizeRoundingBehavior.NONE });
    if (bytes < LEAST_SCAN_BYTES)
      throw new ConfigurationError(
        this,
        'ScanLimit',
        `scanLimit is ${bytes} bytes; give at least ${LEAST_SCAN_BYTES}`,
      );
  }
}
