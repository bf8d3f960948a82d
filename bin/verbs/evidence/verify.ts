import { existsSync, readFileSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { EVIDENCE_FILES } from '../../../lib/compliance/evidence/evidence';
import { integrityOf, sha256 } from '../../../lib/compliance/evidence/manifest';
import { publicKeyOf, signatureProblem } from '../../../lib/compliance/evidence/signature';
import { parsed } from '../arguments';
import { EXIT, UsageError, type Verb } from '../verb';
import { complaints } from './complaints';
import { keyText } from './key-file';
import { assemblyAmong } from './read-evidence';

export const verifyEvidence: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { 'public-key': { type: 'string' }, 'kms-key-id': { type: 'string' } },
    }),
  );
  const assembly = assemblyAmong(positionals);
  const key = await keyFor(values['public-key'], values['kms-key-id']);
  const integrity = integrityOf(assembly);
  const wrong = [
    ...complaints(integrity, assembly),
    ...(key && integrity.manifest ? signatureComplaint(assembly, key) : []),
  ];
  for (const line of wrong) io.stdout.write(`${line}\n`);
  if (wrong.length > 0) return EXIT.findings;
  const isSigned = existsSync(path.join(assembly, EVIDENCE_FILES.directory, EVIDENCE_FILES.signature));
  const signature = key
    ? 'signed by the key'
    : isSigned
      ? 'the signature was not checked: give a key'
      : 'not signed';
  io.stdout.write(`${integrity.manifest?.files.length ?? 0} files as the manifest says; ${signature}\n`);
  return EXIT.fine;
};

async function keyFor(
  file: string | undefined,
  kmsKeyId: string | undefined,
): Promise<KeyObject | undefined> {
  if (file !== undefined && kmsKeyId !== undefined)
    throw new UsageError('give --public-key or --kms-key-id, not both');
  if (file !== undefined) return publicKeyOf(keyText(file));
  if (kmsKeyId === undefined) return undefined;
  const { kmsPublicKey } = await import('./kms.js');
  return kmsPublicKey(kmsKeyId);
}

function signatureComplaint(assembly: string, key: KeyObject): readonly string[] {
  const directory = path.join(assembly, EVIDENCE_FILES.directory);
  const file = path.join(directory, EVIDENCE_FILES.signature);
  if (!existsSync(file)) return [`missing  ${EVIDENCE_FILES.directory}/${EVIDENCE_FILES.signature}`];
  const digest = sha256(readFileSync(path.join(directory, EVIDENCE_FILES.manifest)));
  const problem = signatureProblem(readFileSync(file, 'utf8'), digest, key);
  return problem === undefined ? [] : [`${EVIDENCE_FILES.directory}/${EVIDENCE_FILES.signature}: ${problem}`];
}
