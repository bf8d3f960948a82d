import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { EVIDENCE_FILES } from '../../../lib/compliance/evidence/evidence';
import { integrityOf, sha256 } from '../../../lib/compliance/evidence/manifest';
import { renderSignature, signerOf, type Signer } from '../../../lib/compliance/evidence/signature';
import { parsed } from '../arguments';
import { EXIT, UsageError, type Verb } from '../verb';
import { complaints } from './complaints';
import { keyText } from './key-file';
import { assemblyAmong } from './read-evidence';

export const signEvidence: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { key: { type: 'string' }, 'kms-key-id': { type: 'string' } },
    }),
  );
  const assembly = assemblyAmong(positionals);
  const integrity = integrityOf(assembly);
  const wrong = complaints(integrity, assembly);
  // a signature on what was tampered with would vouch for it
  if (wrong.length > 0 || !integrity.manifest) {
    for (const line of wrong) io.stderr.write(`not signed: ${line}\n`);
    return EXIT.findings;
  }
  const signer = await signerFor(values.key, values['kms-key-id']);
  const directory = path.join(assembly, EVIDENCE_FILES.directory);
  const digest = sha256(readFileSync(path.join(directory, EVIDENCE_FILES.manifest)));
  const file = path.join(directory, EVIDENCE_FILES.signature);
  writeFileSync(file, await renderSignature(integrity.manifest, digest, signer));
  io.stderr.write(`signed by ${signer.keyId}: ${file}\n`);
  return EXIT.fine;
};

async function signerFor(file: string | undefined, kmsKeyId: string | undefined): Promise<Signer> {
  if ((file === undefined) === (kmsKeyId === undefined))
    throw new UsageError('give either --key or --kms-key-id');
  if (kmsKeyId === undefined) return signerOf(keyText(file ?? ''));
  const { kmsSigner } = await import('./kms.js');
  return kmsSigner(kmsKeyId);
}
