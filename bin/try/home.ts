import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../verbs/verb';

const OWNER_ONLY = { file: 0o600, folder: 0o700 } as const;
const KEY_BYTES = 32;

/** A folder with all that a gateway of this machine keeps: keys, ledger, sealed bodies, claims. */
export interface Home {
  readonly root: string;
  readonly ledger: string;
  readonly bodies: string;
  readonly claims: string;
  /** PEM; the public half lies beside it for `hipaa-ai ledger verify`. */
  readonly signingKey: string;
  readonly publicKey: string;
  readonly publicKeyFile: string;
  readonly bodyKey: Buffer;
  readonly macKey: Buffer;
}

/**
 * Opens the folder, and makes what is not there yet. Whoever can read it can open what was sealed: the keys lie beside it, so it is
 * for invented patients.
 *
 * @throws UsageError it cannot be made or read
 */
export function openHome(folder: string): Home {
  const root = path.resolve(folder);
  const at = (name: string): string => path.join(root, name);
  try {
    mkdirSync(root, { recursive: true, mode: OWNER_ONLY.folder });
    // wherever it is made: nothing of it is committed
    once(at('.gitignore'), () => '*\n');
    const signingKey = once(at('ledger-key.pem'), newSigningKey).toString();
    const publicKeyFile = at('ledger-key.pub');
    const publicKey = once(publicKeyFile, () => publicHalf(signingKey)).toString();
    return {
      root,
      ledger: at('ledger'),
      bodies: at('bodies'),
      claims: at('claims'),
      signingKey,
      publicKey,
      publicKeyFile,
      bodyKey: once(at('body.key'), () => randomBytes(KEY_BYTES)),
      macKey: once(at('mac.key'), () => randomBytes(KEY_BYTES)),
    };
  } catch (error) {
    throw new UsageError(
      `cannot use the folder ${root}: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`,
    );
  }
}

/** What the file holds. Two that begin at once agree: one makes it, and the other reads it. */
function once(file: string, make: () => string | Buffer): Buffer {
  try {
    writeFileSync(file, make(), { flag: 'wx', mode: OWNER_ONLY.file });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file);
}

function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

function publicHalf(privateKey: string): string {
  return createPublicKey(privateKey).export({ format: 'pem', type: 'spki' }).toString();
}
