import {
  Aws,
  aws_athena as athena,
  aws_glue as glue,
  aws_iam as iam,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { LockedBucket } from '../locked-bucket';
import { viaService } from '../via-service';
import type { AuditWorkgroup } from './audit-workgroup';
import { hiveText, type HiveColumns } from './hive-type';
import { descriptionOf, type SavedQuery } from './saved-query';

/** As many years as an accounting goes back (45 CFR 164.528(a)(1)), and one in front of it. */
const DAYS = 'NOW-7YEARS,NOW+1DAYS';
/** Finds `requestId` in a column of lower case. Source: Athena user guide, "Hive JSON SerDe". */
const JSON_SERDE = 'org.apache.hive.hcatalog.data.JsonSerDe';
const OUTPUT = 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat';
/** Reads are let through Athena alone: so they are in the history of the workgroup, and end at its limit. */
const THROUGH_ATHENA = { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'athena.amazonaws.com' } } as const;

export interface AuditTableProps {
  readonly workgroup: AuditWorkgroup;
  readonly name: string;
  readonly description: string;
  readonly columns: HiveColumns;
  /** What is asked of the table. */
  readonly queries: readonly SavedQuery[];
  readonly lockedBucket: LockedBucket;
  /** Encrypts the objects; its policy must let users use it through S3. */
  readonly encryptionKey: kms.IKey;
  /** Of all objects that are read, with its slash. */
  readonly prefix: string;
  /** Names of folders below the prefix by partition, such as `${region}`; `${day}` is always one. */
  readonly folders: string;
  /** How `day` is written in keys, in the letters of Java. */
  readonly dayFormat: string;
  /** Further partitions: their names, and the values that each may have. */
  readonly partitions: Readonly<Record<string, readonly string[]>>;
  readonly inputFormat: string;
}

/** A table over objects of a locked bucket, its partitions computed from names, with queries that are saved for it. */
export class AuditTable extends Construct {
  readonly table: glue.CfnTable;
  readonly #props: AuditTableProps;

  constructor(scope: Construct, id: string, props: AuditTableProps) {
    super(scope, id);
    this.#props = props;
    const { workgroup, name, lockedBucket, prefix, partitions } = props;
    const { bucket } = lockedBucket;
    this.table = new glue.CfnTable(this, 'Resource', {
      catalogId: Aws.ACCOUNT_ID,
      databaseName: workgroup.databaseName,
      tableInput: {
        name,
        description: props.description,
        tableType: 'EXTERNAL_TABLE',
        partitionKeys: [...Object.keys(partitions), 'day'].map((each) => ({ name: each, type: 'string' })),
        parameters: {
          EXTERNAL: 'TRUE',
          'projection.enabled': 'true',
          'projection.day.type': 'date',
          'projection.day.range': DAYS,
          'projection.day.format': props.dayFormat,
          'projection.day.interval': '1',
          'projection.day.interval.unit': 'DAYS',
          ...Object.fromEntries(
            Object.entries(partitions).flatMap(([each, values]) => [
              [`projection.${each}.type`, 'enum'],
              [`projection.${each}.values`, values.join(',')],
            ]),
          ),
          'storage.location.template': bucket.s3UrlForObject(`${prefix}${props.folders}`),
        },
        storageDescriptor: {
          columns: Object.entries(props.columns).map(([each, type]) => ({
            name: each,
            type: hiveText(type),
          })),
          location: bucket.s3UrlForObject(prefix),
          inputFormat: props.inputFormat,
          outputFormat: OUTPUT,
          serdeInfo: { serializationLibrary: JSON_SERDE, parameters: { 'serialization.format': '1' } },
        },
      },
    });
    this.table.addResourceDependency(workgroup.database);
    for (const query of props.queries) this.#save(query);
  }

  /** Lets a role ask the table through Athena, and nothing else of the bucket. */
  grantQuery(grantee: iam.IGrantable): void {
    const { workgroup, lockedBucket, encryptionKey, name, prefix } = this.#props;
    const { bucket } = lockedBucket;
    workgroup.grantRun(grantee);
    const grant = (
      actions: readonly string[],
      arns: readonly string[],
      conditions: Readonly<Record<string, Readonly<Record<string, unknown>>>> = THROUGH_ATHENA,
    ) =>
      iam.Grant.addToPrincipal({
        grantee,
        actions: [...actions],
        resourceArns: [...arns],
        conditions,
      }).assertSuccess();
    grant(
      ['glue:GetPartitions', 'glue:GetTable'],
      workgroup.catalogArns(`database/${workgroup.databaseName}`, `table/${workgroup.databaseName}/${name}`),
      {},
    );
    grant(['s3:GetBucketLocation'], [bucket.bucketArn]);
    grant(['s3:ListBucket'], [bucket.bucketArn], {
      ...THROUGH_ATHENA,
      StringLike: { 's3:prefix': `${prefix}*` },
    });
    grant(['s3:GetObject'], [bucket.arnForObjects(`${prefix}*`)]);
    grant(['kms:Decrypt'], [encryptionKey.keyArn], { StringEquals: viaService('s3') });
  }

  #save(query: SavedQuery): void {
    const { workgroup } = this.#props;
    const saved = new athena.CfnNamedQuery(this, query.name, {
      name: query.name,
      description: descriptionOf(query),
      database: workgroup.databaseName,
      workGroup: workgroup.name,
      queryString: query.sql.trim(),
    });
    saved.addResourceDependency(workgroup.workgroup);
    saved.addResourceDependency(this.table);
  }
}
