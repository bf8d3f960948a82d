import type { KeySource } from '../../../lambda/envelope/keys/key-source';
import { createLocalKeys } from '../../../lambda/envelope/keys/local-keys';
import { UsageError, type Io } from '../verb';
import { readKeyFile } from './key-file';
import { kmsKeyArn } from './kms-key-arn';
import { needingClients } from './missing-package';
import { STORE_FLAGS, storeOf } from './store-flags';
import { tellingOn } from './telling';

/** The options that say where data keys come from, as `parseArgs` wants them. */
export const KEY_FLAGS = {
  'key-file': { type: 'string' },
  ...STORE_FLAGS,
  'full-context': { type: 'boolean' },
} as const;

type Flags = {
  readonly [Flag in keyof typeof KEY_FLAGS]?:
    ((typeof KEY_FLAGS)[Flag] extends { readonly type: 'boolean' } ? boolean : string) | undefined;
};

/**
 * @throws UsageError options that do not go together, no ARN of a key, a key file that cannot be used
 * @throws MissingPackage a key in KMS, and no client for it
 */
export async function keysOf(flags: Flags, io: Pick<Io, 'stderr'>): Promise<KeySource> {
  const { 'key-file': file, 'kms-key': kmsKey, table, 'key-store': keyStore } = flags;
  if ((file === undefined) === (kmsKey === undefined)) {
    throw new UsageError(
      'give either --key-file FILE or --kms-key ARN; hipaa-ai envelope new-key makes a file',
    );
  }
  const inTable = table !== undefined || keyStore !== undefined;
  if (file !== undefined && (inTable || flags['full-context'])) {
    throw new UsageError('--table, --key-store and --full-context go with --kms-key only');
  }
  if (inTable && flags['full-context']) {
    throw new UsageError(
      "--full-context is for keys without a table: KMS sees no message under tenants' keys",
    );
  }
  if (file !== undefined) return localKeys(file);
  const telling = tellingOn(io);
  if (inTable) {
    const store = storeOf(flags);
    const { branchKeys } = await needingClients(() => import('./branch-keys.js'));
    return branchKeys(store, telling);
  }
  const key = kmsKeyArn(kmsKey ?? '');
  const { kmsDataKeys } = await needingClients(() => import('./kms-data-keys.js'));
  return kmsDataKeys(key, { context: flags['full-context'] ? 'full' : 'split', telling });
}

function localKeys(file: string): KeySource {
  const key = readKeyFile(file);
  try {
    return createLocalKeys({ key });
  } catch (error) {
    // a deployed environment
    throw new UsageError(error instanceof Error ? error.message : String(error));
  } finally {
    key.fill(0);
  }
}
