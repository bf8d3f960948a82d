import { createHash } from 'node:crypto';
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { withinDeadline } from './deadline';
import { LedgerError } from './ledger-error';
import { createMac, type Mac } from './mac';

/** Milliseconds for the call with the attempts of the SDK. */
const CALL_DEADLINE_MS = 5_000;
/** Characters; 43 of 64 kinds are 256 bits, and the construct asks for 64 of 62. */
const LEAST_LENGTH = 43;

export interface SecretMacProps {
  readonly secrets: Pick<SecretsManagerClient, 'send'>;
  /** ARN of a secret that is a text of chance, as `GenerateSecretString` makes it. */
  readonly secretArn: string;
}

/**
 * The key of digests: SHA-256 of the text of a secret, fetched once at the start of a process and kept in its memory only. KMS
 * could make digests itself (`GenerateMac`), by a call for each; a record has five.
 * @throws LedgerError LEDGER_UNAVAILABLE Secrets Manager gave no such text
 */
export async function loadSecretMac(props: SecretMacProps): Promise<Mac> {
  const key = createHash('sha256')
    .update(await secretText(props), 'utf8')
    .digest();
  try {
    return createMac(key);
  } finally {
    key.fill(0);
  }
}

/** Texts of the service name secrets and principals: they stay here. */
async function secretText({ secrets, secretArn }: SecretMacProps): Promise<string> {
  let name = 'no text of 43 characters or more';
  try {
    const { SecretString = '' } = await withinDeadline(CALL_DEADLINE_MS, (signal) =>
      secrets.send(new GetSecretValueCommand({ SecretId: secretArn }), { abortSignal: signal }),
    );
    if (SecretString.length >= LEAST_LENGTH) return SecretString;
  } catch (error) {
    name = error instanceof Error ? error.name : 'unknown error';
  }
  throw new LedgerError('LEDGER_UNAVAILABLE', `Secrets Manager gave no key of digests (${name})`);
}
