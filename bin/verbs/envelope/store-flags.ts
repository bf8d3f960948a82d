import type { BranchKeyStore } from '../../../lambda/envelope/keys/branch-key-row';
import { UsageError } from '../verb';
import { kmsKeyArn } from './kms-key-arn';

/** The options that name the store of tenants' keys, as `parseArgs` wants them. */
export const STORE_FLAGS = {
  'kms-key': { type: 'string' },
  table: { type: 'string' },
  'key-store': { type: 'string' },
} as const;

type Flags = { readonly [Flag in keyof typeof STORE_FLAGS]?: string | undefined };

/** Where tenants' keys are, and the Region both services are asked in: that of the key. */
export interface KeyStore extends BranchKeyStore {
  readonly region: string;
}

/** @throws UsageError one is missing, or no ARN of a key */
export function storeOf(flags: Flags): KeyStore {
  const { 'kms-key': key, table, 'key-store': logicalKeyStoreName } = flags;
  if (!key || !table || !logicalKeyStoreName) {
    throw new UsageError("tenants' keys need --kms-key ARN, --table NAME and --key-store NAME");
  }
  const { arn: keyArn, region } = kmsKeyArn(key);
  return { tableName: table, logicalKeyStoreName, keyArn, region };
}
