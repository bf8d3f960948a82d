import type { BranchKeyStore } from '../keys/branch-key-row';
import { LONGEST_RECOVERY_DAYS, type TableCopies } from './table-copies';
import type { DeletedKey, FinishedTombstone } from './tombstone';

/**
 * What was deleted of a tenant, and when nobody can bring it back. For the evidence of 45 CFR 164.310(d)(2)(i), disposal; it
 * holds ids and times only.
 */
export interface ShredCertificate extends BranchKeyStore {
  readonly kind: 'hipaa-ai/shred-certificate';
  readonly version: 1;
  readonly tenant: string;
  /** ISO 8601: from then on nothing could be sealed. */
  readonly begunAt: string;
  /** ISO 8601: no row was left. */
  readonly finishedAt: string;
  readonly deleted: readonly DeletedKey[];
  /** What may still hold the keys, wrapped under the KMS key, and until when. */
  readonly copies: {
    /** Plaintext keys in the memory of processes. */
    readonly caches: { readonly until: string };
    readonly pointInTimeRecovery: { readonly state: 'on' | 'off' | 'unknown'; readonly until: string };
    readonly stream: { readonly state: 'on' | 'off' | 'unknown'; readonly until: string };
    readonly replicas: TableCopies['replicas'];
    readonly backups: TableCopies['backups'];
  };
  /** ISO 8601; null while backups that hold the keys exist, or nobody could say whether they do. */
  readonly finalAt: string | null;
  /** Why it is not final yet, or what this certificate cannot see. */
  readonly reservations: readonly string[];
}

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
const STREAM_DAYS = 1;

/**
 * @param tombstone of a tenant without rows
 * @param cacheTtlSeconds longest time any process keeps a key
 */
export function certificateOf(
  { tenant, begunAt, deleted, finished: { at: finishedAt, copies } }: FinishedTombstone,
  { tableName, logicalKeyStoreName, keyArn }: BranchKeyStore,
  cacheTtlSeconds: number,
): ShredCertificate {
  const { pointInTimeRecovery, stream, replicas, backups } = copies;
  const after = (milliseconds: number): string =>
    new Date(Date.parse(finishedAt) + milliseconds).toISOString();
  const recoveryDays = daysOf(pointInTimeRecovery);
  const streamDays = stream === 'off' ? 0 : STREAM_DAYS;
  const backedUp = backups === 'unknown' || backups.length > 0;
  return {
    kind: 'hipaa-ai/shred-certificate',
    version: 1,
    tenant,
    tableName,
    logicalKeyStoreName,
    keyArn,
    begunAt,
    finishedAt,
    deleted,
    copies: {
      caches: { until: after(cacheTtlSeconds * SECOND) },
      pointInTimeRecovery: {
        state: typeof pointInTimeRecovery === 'object' ? 'on' : pointInTimeRecovery,
        until: after(recoveryDays * DAY),
      },
      stream: { state: stream, until: after(streamDays * DAY) },
      replicas,
      backups,
    },
    finalAt: backedUp
      ? null
      : after(Math.max(cacheTtlSeconds * SECOND, recoveryDays * DAY, streamDays * DAY)),
    reservations: reservationsOf(copies),
  };
}

function daysOf(recovery: TableCopies['pointInTimeRecovery']): number {
  if (recovery === 'off') return 0;
  return recovery === 'unknown' ? LONGEST_RECOVERY_DAYS : recovery.days;
}

function reservationsOf({ pointInTimeRecovery, backups, replicas }: TableCopies): string[] {
  const unknown = (what: string): string => `${what} could not be asked for; the longest time is assumed`;
  return [
    ...(pointInTimeRecovery === 'unknown' ? [unknown('point-in-time recovery')] : []),
    ...(backups === 'unknown' ? ['backups of the table could not be listed'] : []),
    ...(backups !== 'unknown' && backups.length > 0
      ? [`${backups.length} backups of the table may hold the keys; delete them or wait for their retention`]
      : []),
    ...(replicas === 'unknown' ? ['replicas of the table could not be listed'] : []),
    'a stream that was being sealed or opened goes on to its end with the key of its one message',
    'copies outside DynamoDB, such as exports to S3 and backups copied to other accounts, are not seen from here',
    'while the KMS key exists, whoever has a copy of a row and may use the key can unwrap it',
  ];
}
