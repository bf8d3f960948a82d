import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { LEDGER_VARIABLES as NAMES } from '../../lib/contract/ledger';
import { createKmsSigner } from '../ledger/kms-signer';
import { createS3Store } from '../ledger/s3-store';
import { seal, type SealerReport } from '../ledger/sealer/sealer';
import { sealerLine } from './sealer-line';

function given(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}

// nobody waits for an answer: three attempts, none without end
const CLIENT_SETTINGS = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
} as const;

const store = createS3Store({
  s3: new S3Client(CLIENT_SETTINGS),
  bucket: given(NAMES.bucket),
  prefix: process.env[NAMES.prefix] ?? '',
});
const signer = createKmsSigner({ kms: new KMSClient(CLIENT_SETTINGS), keyId: given(NAMES.signingKeyArn) });

/** Closes segments of writers that are gone and writes a checkpoint, on a schedule. */
export async function handler(): Promise<SealerReport> {
  const report = await seal({ store, signer });
  process.stdout.write(sealerLine(report));
  return report;
}
