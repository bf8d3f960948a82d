import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  ListBackupsCommand,
  type DescribeContinuousBackupsCommandOutput,
  type DescribeTableCommandOutput,
  type ListBackupsCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { callService, type SendOptions, type ServiceCallObserver } from '../keys/service-call';
import { explained, TenantKeyError } from './tenant-key-error';

/** Days point-in-time recovery reaches back at most, and by default. Source: DynamoDB developer guide, "Point-in-time backups". */
export const LONGEST_RECOVERY_DAYS = 35;

/** Where rows that were deleted from a table may live on. `unknown`: the caller may not ask, or had no answer. */
export interface TableCopies {
  readonly pointInTimeRecovery: 'off' | 'unknown' | { readonly days: number };
  /** ARNs of on-demand and AWS Backup backups of the table, as far as DynamoDB lists them. */
  readonly backups: readonly string[] | 'unknown';
  /** Regions of the other replicas of a global table: the deletion reaches them by itself. */
  readonly replicas: readonly string[] | 'unknown';
  /** A stream keeps the old images of rows for 24 hours. */
  readonly stream: 'on' | 'off' | 'unknown';
}

/** The part of `DynamoDBClient` that is used. */
export interface TableDescriber {
  send(
    command: DescribeContinuousBackupsCommand,
    options?: SendOptions,
  ): Promise<DescribeContinuousBackupsCommandOutput>;
  send(command: DescribeTableCommand, options?: SendOptions): Promise<DescribeTableCommandOutput>;
  send(command: ListBackupsCommand, options?: SendOptions): Promise<ListBackupsCommandOutput>;
}

/**
 * Asks what copies there are of a table. What cannot be learned is `unknown`; what can be learned later is worth waiting
 * for, as the certificate says it for good.
 *
 * @throws TenantKeyError THROTTLED
 */
export async function findCopies(
  dynamodb: TableDescriber,
  TableName: string,
  observe: ServiceCallObserver | undefined,
): Promise<TableCopies> {
  const [pointInTimeRecovery, { replicas, stream }, backups] = await Promise.all([
    learned(() => recoveryOf(dynamodb, TableName, observe), 'unknown' as const),
    learned(() => replicationOf(dynamodb, TableName, observe), UNKNOWN_REPLICATION),
    learned(() => backupsOf(dynamodb, TableName, observe), 'unknown' as const),
  ]);
  return { pointInTimeRecovery, backups, replicas, stream };
}

const UNKNOWN_REPLICATION = { replicas: 'unknown', stream: 'unknown' } as const;

async function learned<T, U>(ask: () => Promise<T>, unknown: U): Promise<T | U> {
  try {
    return await explained(ask);
  } catch (error) {
    if (error instanceof TenantKeyError && error.code === 'THROTTLED') throw error;
    return unknown;
  }
}

async function recoveryOf(
  dynamodb: TableDescriber,
  TableName: string,
  observe: ServiceCallObserver | undefined,
): Promise<TableCopies['pointInTimeRecovery']> {
  const command = new DescribeContinuousBackupsCommand({ TableName });
  const { ContinuousBackupsDescription } = await callService(
    'DescribeContinuousBackups',
    (options) => dynamodb.send(command, options),
    observe,
  );
  const recovery = ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
  if (recovery === undefined) return 'unknown';
  if (recovery.PointInTimeRecoveryStatus !== 'ENABLED') return 'off';
  return { days: recovery.RecoveryPeriodInDays ?? LONGEST_RECOVERY_DAYS };
}

async function replicationOf(
  dynamodb: TableDescriber,
  TableName: string,
  observe: ServiceCallObserver | undefined,
): Promise<Pick<TableCopies, 'replicas' | 'stream'>> {
  const command = new DescribeTableCommand({ TableName });
  const { Table } = await callService('DescribeTable', (options) => dynamodb.send(command, options), observe);
  if (Table === undefined) return { replicas: 'unknown', stream: 'unknown' };
  return {
    replicas: (Table.Replicas ?? []).map(({ RegionName = 'unknown' }) => RegionName),
    stream: Table.StreamSpecification?.StreamEnabled === true ? 'on' : 'off',
  };
}

async function backupsOf(
  dynamodb: TableDescriber,
  TableName: string,
  observe: ServiceCallObserver | undefined,
): Promise<string[]> {
  const arns: string[] = [];
  let after: string | undefined;
  do {
    const command = new ListBackupsCommand({
      TableName,
      BackupType: 'ALL',
      ...(after !== undefined && { ExclusiveStartBackupArn: after }),
    });
    const answer: ListBackupsCommandOutput = await callService(
      'ListBackups',
      (options) => dynamodb.send(command, options),
      observe,
    );
    for (const { BackupArn } of answer.BackupSummaries ?? []) {
      if (BackupArn !== undefined) arns.push(BackupArn);
    }
    after = answer.LastEvaluatedBackupArn;
  } while (after !== undefined);
  return arns;
}
