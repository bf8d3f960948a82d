import {
  Aws,
  aws_athena as athena,
  aws_glue as glue,
  Duration,
  Tags,
  Token,
  type aws_iam as iam,
  type aws_kms as kms,
  type aws_s3 as s3,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DataClass } from '../../contract/data-class';
import { TAGS } from '../../contract/tags';
import { ConfigurationError } from '../../errors';
import type { AccessLogBucket } from '../access-log-bucket';
import { LEDGER_QUERIES, type QueryText } from './ledger-queries';
import { linesTable } from './lines-table';
import { queryStatements } from './query-statements';
import { QueryResultsBucket } from './query-results-bucket';
import { TRAIL_QUERIES } from './trail-queries';
import { TRAIL_SHAPE } from './trail-shape';

/** A bucket, and the key it is encrypted with. */
export interface QueriedBucket {
  readonly bucket: s3.IBucket;
  readonly encryptionKey: kms.IKey;
}

export interface AuditQueriesProps {
  /** Of workgroup and database: 1 to 64 of a-z, 0-9 and _, a letter first. */
  readonly name: string;
  /** Encrypts results. */
  readonly encryptionKey: kms.IKey;
  readonly accessLogs: AccessLogBucket;
  /** First day that is asked for, `YYYY-MM-DD`, such as that of the first deployment. */
  readonly since: string;
  /** Regions whose events of the trail are read. */
  readonly regions: readonly [string, ...string[]];
  /** That of `AuditTrail`. @default - no table of the trail */
  readonly trail?: QueriedBucket;
  /** That of `Ledger`. @default - no table of the ledger */
  readonly ledger?: QueriedBucket;
  /** Days for which results are kept: 1 to 90. @default 7 */
  readonly resultDays?: number;
  /** Bytes a query may read, from 10 MB: one that reads more is cancelled. @default 100 GiB */
  readonly bytesScannedCutoff?: number;
}

const NAME = /^[a-z][a-z0-9_]{0,63}$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const GIB = 1_073_741_824;
const LEAST_CUTOFF = 10_000_000;
const MOST_RESULT_DAYS = 90;
const AUDIT: DataClass = 'AUDIT';

/**
 * Trail and ledger as tables of Athena, with saved queries, in a workgroup whose settings nobody who asks can change: results
 * under a customer-managed key, deleted after days, and an end to what a query may cost. Tables are read where records are; nothing is copied.
 * What Athena says is no proof: `hipaa-ai ledger verify` and CloudTrail's digests are.
 * Supports 45 CFR 164.308(a)(1)(ii)(D) and 164.312(b).
 * @throws ConfigurationError `QueriesName`; `QueriesSince` that is no day; `QueriesOfNothing` without trail and ledger;
 * `ResultDays`; `BytesScannedCutoff`
 */
export class AuditQueries extends Construct {
  readonly workGroup: athena.CfnWorkGroup;
  readonly results: QueryResultsBucket;
  readonly #props: AuditQueriesProps;

  constructor(scope: Construct, id: string, props: AuditQueriesProps) {
    super(scope, id);
    this.#props = props;
    const { resultDays = 7, bytesScannedCutoff = 100 * GIB } = props;
    this.#check(resultDays, bytesScannedCutoff);
    this.results = new QueryResultsBucket(this, 'Results', {
      encryptionKey: props.encryptionKey,
      accessLogs: props.accessLogs,
      retention: Duration.days(resultDays),
    });
    this.workGroup = new athena.CfnWorkGroup(this, 'WorkGroup', {
      name: props.name,
      description: 'Questions to the trail and the ledger',
      recursiveDeleteOption: false,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        requesterPaysEnabled: false,
        bytesScannedCutoffPerQuery: bytesScannedCutoff,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${this.results.bucket.bucketName}/`,
          expectedBucketOwner: Aws.ACCOUNT_ID,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: props.encryptionKey.keyArn },
        },
      },
    });
    const database = new glue.CfnDatabase(this, 'Database', {
      catalogId: Aws.ACCOUNT_ID,
      databaseInput: { name: props.name, description: 'Trail and ledger, where they are' },
    });
    if (props.ledger) this.#ledger(props.ledger, database);
    if (props.trail) this.#trail(props.trail, database);
    Tags.of(this).add(TAGS.dataClass, AUDIT, { priority: 200 });
  }

  /** Lets a role ask in this workgroup, and read what the tables are made of and what it answered. */
  grantQuery(grantee: iam.IGrantable): void {
    const { name, encryptionKey, trail, ledger } = this.#props;
    const sources = [
      ...(trail ? [{ ...trail, prefix: `AWSLogs/${Aws.ACCOUNT_ID}/CloudTrail/` }] : []),
      ...(ledger ? [{ ...ledger, prefix: 'records/' }] : []),
    ];
    for (const statement of queryStatements(name, { bucket: this.results.bucket, encryptionKey }, sources))
      grantee.grantPrincipal.addToPrincipalPolicy(statement);
  }

  #ledger({ bucket }: QueriedBucket, database: glue.CfnDatabase): void {
    const table = linesTable(this, 'Ledger', {
      database: this.#props.name,
      name: 'ledger',
      description: 'Lines of the ledger, by day of their writer',
      template: `s3://${bucket.bucketName}/records/\${day}/`,
      partitions: ['day'],
      projection: this.#days('yyyy-MM-dd', this.#props.since),
    });
    table.addResourceDependency(database);
    this.#save(LEDGER_QUERIES, table);
  }

  #trail({ bucket }: QueriedBucket, database: glue.CfnDatabase): void {
    const table = linesTable(this, 'Trail', {
      database: this.#props.name,
      name: 'trail',
      description: 'Events of CloudTrail, by Region and day of delivery',
      template: `s3://${bucket.bucketName}/AWSLogs/${Aws.ACCOUNT_ID}/CloudTrail/\${region}/\${day}/`,
      partitions: ['region', 'day'],
      projection: {
        'region.type': 'enum',
        'region.values': this.#props.regions.join(','),
        ...this.#days('yyyy/MM/dd', this.#props.since.replaceAll('-', '/')),
      },
      shape: TRAIL_SHAPE,
    });
    table.addResourceDependency(database);
    this.#save(TRAIL_QUERIES, table);
  }

  #days(format: string, since: string): Readonly<Record<string, string>> {
    const unit = { 'day.interval': '1', 'day.interval.unit': 'DAYS' };
    return { 'day.type': 'date', 'day.format': format, 'day.range': `${since},NOW`, ...unit };
  }

  #save(queries: Readonly<Record<string, QueryText>>, table: glue.CfnTable): void {
    for (const [name, { description, sql }] of Object.entries(queries)) {
      const saved = new athena.CfnNamedQuery(this, `Query-${name}`, {
        name,
        description,
        database: this.#props.name,
        queryString: sql,
        workGroup: this.workGroup.name,
      });
      saved.addResourceDependency(this.workGroup);
      saved.addResourceDependency(table);
    }
  }

  #check(resultDays: number, cutoff: number): void {
    const { name, since, trail, ledger } = this.#props;
    const refuse = (code: string, problem: string): never => {
      throw new ConfigurationError(this, code, problem);
    };
    if (Token.isUnresolved(name) || !NAME.test(name))
      refuse('QueriesName', `name is '${name}'; give 1 to 64 of a-z, 0-9 and _, a letter first`);
    if (!DAY.test(since) || Number.isNaN(Date.parse(since)))
      refuse('QueriesSince', `since is '${since}'; give a day such as 2026-11-01`);
    if (!trail && !ledger)
      refuse('QueriesOfNothing', 'there is neither trail nor ledger; give at least one of them');
    if (!Number.isInteger(resultDays) || resultDays < 1 || resultDays > MOST_RESULT_DAYS)
      refuse('ResultDays', `resultDays is ${resultDays}; give a whole number from 1 to ${MOST_RESULT_DAYS}`);
    if (!Number.isInteger(cutoff) || cutoff < LEAST_CUTOFF)
      refuse(
        'BytesScannedCutoff',
        `bytesScannedCutoff is ${cutoff}; give a whole number from ${LEAST_CUTOFF}`,
      );
  }
}
