import { actionAmong, type Actions } from './actions';
import { SignatureProblem } from '../../lib/compliance/evidence/signature';
import { FORMATS } from './evidence/formats';
import { EXIT, UsageError, type Verb } from './verb';

const USAGE = `usage: hipaa-ai evidence export --format FORMAT [--output FILE] [--report-url URL] [CLOUD_ASSEMBLY]
       hipaa-ai evidence verify [--public-key FILE | --kms-key-id ID] [CLOUD_ASSEMBLY]
       hipaa-ai evidence sign --key FILE | --kms-key-id ID [CLOUD_ASSEMBLY]
       hipaa-ai evidence diff BEFORE AFTER [--format table|json]

CLOUD_ASSEMBLY is a cdk.out that was synthesized with the pack, default cdk.out; BEFORE and AFTER are such folders, or
files evidence.json.

  export   writes the evidence as ${Object.keys(FORMATS).join(', ')}
  verify   exits 1 when a file of the evidence or a template is missing, changed or added, or the signature is not the key's
  sign     writes evidence/manifest.sig.json: a DSSE envelope by an Ed25519 or ECDSA P-256 key in a PEM file, or a KMS key
           (ECC_NIST_P256, SIGN_VERIFY; needs the package @aws-sdk/client-kms)
  diff     exits 1 when findings are open that were not before

  --report-url URL   markdown: where the report can be opened
`;

const ACTIONS: Actions = {
  export: async () => (await import('./evidence/export.js')).exportEvidence,
  verify: async () => (await import('./evidence/verify.js')).verifyEvidence,
  sign: async () => (await import('./evidence/sign.js')).signEvidence,
  diff: async () => (await import('./evidence/diff.js')).diffEvidences,
};

export const evidence: Verb = async (argv, io) => {
  const action = await actionAmong(ACTIONS, argv, USAGE);
  if (!action) {
    io.stdout.write(USAGE);
    return EXIT.fine;
  }
  try {
    return await action(io);
  } catch (error) {
    // keys come from the caller
    throw error instanceof SignatureProblem ? new UsageError(error.message) : error;
  }
};
