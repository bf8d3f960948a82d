import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { LEDGER_VARIABLES as NAMES } from '../../lib/contract/ledger';
import { CLIENT_SETTINGS } from '../envelope/keys/service-call';
import { ChainedWriter } from '../ledger/chained-writer';
import { createKmsSigner } from '../ledger/kms-signer';
import type { LedgerWriter } from '../ledger/ledger-entry';
import type { LateMac, Mac } from '../ledger/mac';
import { createS3Store, S3_CLIENT_SETTINGS } from '../ledger/s3-store';
import { loadSecretMac } from '../ledger/secret-mac';

/** Where records go, and the keyed digests in them. */
export interface WiredLedger {
  readonly ledger: LedgerWriter;
  readonly mac: LateMac;
}

/**
 * The ledger over S3, KMS and Secrets Manager. The key of digests is fetched by the first request, and the segment closed when
 * the process is told to end.
 * @throws Error that names a variable that is not set
 */
export function wireLedger(environment: Readonly<Record<string, string | undefined>>): WiredLedger {
  const needed = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === '') throw new Error(`${name} is not set`);
    return value;
  };
  const ledger = new ChainedWriter({
    store: createS3Store({
      s3: new S3Client(S3_CLIENT_SETTINGS),
      bucket: needed(NAMES.bucket),
      prefix: environment[NAMES.prefix] ?? '',
    }),
    signer: createKmsSigner({ kms: new KMSClient(CLIENT_SETTINGS), keyId: needed(NAMES.signingKeyArn) }),
  });
  closeAtTheEnd(ledger);
  const secrets = new SecretsManagerClient(CLIENT_SETTINGS);
  const secretArn = needed(NAMES.digestSecretArn);
  return { ledger, mac: lateMac(() => loadSecretMac({ secrets, secretArn })) };
}

/**
 * Lambda tells only functions with an extension that they end, by SIGTERM, and waits two seconds at most. What stays open
 * everywhere else, the sealer closes.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
function closeAtTheEnd(ledger: ChainedWriter): void {
  process.once('SIGTERM', () => {
    void ledger
      .close()
      .catch(() => undefined)
      // who listens for a signal has to do what it says
      .finally(() => process.exit(0));
  });
}

/** A failure is not kept: the next request asks again. */
function lateMac(load: () => Promise<Mac>): LateMac {
  let loaded: Promise<Mac> | undefined;
  return {
    async of(kind, text) {
      loaded ??= load();
      try {
        return (await loaded).digest(kind, text);
      } catch (error) {
        loaded = undefined;
        throw error;
      }
    },
  };
}
