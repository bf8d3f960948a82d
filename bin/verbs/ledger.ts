import { LedgerKeyError } from '../../lambda/ledger/signer';
import { actionAmong, type Actions } from './actions';
import { EXIT, UsageError, type Verb } from './verb';

const USAGE = `usage: hipaa-ai ledger verify DIR [KEYS] [--anchor NUMBER:HASH] [--receipt ID] [--format table|json]
       hipaa-ai ledger disclosures DIR --subject ID --mac-key FILE... --since YYYY-MM-DD [--until YYYY-MM-DD]
                                   [--requested YYYY-MM-DD] KEYS|--unverified [--format table|csv|json]
       hipaa-ai ledger export DIR --format csv|jsonl|fhir [--output FILE] [KEYS]

DIR is a ledger: the folder of a local one, or what was downloaded from its bucket and prefix (aws s3 sync). It holds
checkpoints/, records/ and writers/. Nothing but KMS is asked, and that only for --kms-key-id.

  verify       checks chains, signatures, numbers, clocks and checkpoints; names each object that is wrong, and why
  disclosures  the accounting of disclosures of one individual (45 CFR 164.528), from a ledger that verifies
  export       every record as a row, a line of JSON, or a FHIR R4 AuditEvent (NDJSON)

  KEYS               --public-key FILE and --kms-key-id ID, each as often as there were keys: ECDSA P-256. Without one
                     signatures are not checked, and the output says so
  --anchor           a checkpoint as a log or another account kept it: that one, and all before it, must be there
  --receipt ID       exits 1 unless the record of the receipt is there
  --mac-key FILE     the key of the ledger's digests: 32 bytes, 64 hexadecimal digits or base64, for its owner only
  --requested        the day of the individual's request, from which six years count back; today when not given
  --unverified       does without verification, and says so in the output

Exit codes: 0 fine, 1 something is wrong with the ledger, 2 bad input, 3 our fault.
`;

const ACTIONS: Actions = {
  verify: async () => (await import('./ledger/verify.js')).verifyAction,
  disclosures: async () => (await import('./ledger/disclosures.js')).disclosuresAction,
  export: async () => (await import('./ledger/export.js')).exportAction,
};

export const ledger: Verb = async (argv, io) => {
  const action = await actionAmong(ACTIONS, argv, USAGE);
  if (!action) {
    io.stdout.write(USAGE);
    return EXIT.fine;
  }
  try {
    return await action(io);
  } catch (error) {
    // keys come from the caller
    throw error instanceof LedgerKeyError ? new UsageError(error.message) : error;
  }
};
