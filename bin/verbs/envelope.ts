import { actionAmong, type Actions } from './actions';
import { orRefused } from './envelope/refusal';
import { EXIT, type Verb } from './verb';

export const USAGE = `usage: hipaa-ai envelope seal|open|verify FILE BINDING KEY [--output FILE]
       hipaa-ai envelope inspect FILE [--format table|json]
       hipaa-ai envelope new-key FILE
       hipaa-ai envelope create|rotate|status TENANT STORE [--format table|json]
       hipaa-ai envelope shred TENANT --confirm TENANT --certificate FILE STORE [--format text|json]

FILE may be - for standard input. Messages are those of the AWS Encryption SDK: format version 2, AES-256-GCM with key
commitment, every byte bound to tenant, purpose and record.

  seal     encrypts; without --output to standard output, which must be no terminal
  open     decrypts; a file appears when the end of the message is verified. Without --output up to 64 MiB go to standard
           output, after all of them are verified
  verify   opens to the end and writes nothing; --format text|json
  inspect  what the header says; asks for no key, so nothing of it is authentic
  new-key  makes a key for --key-file, for its owner's eyes only
  create   makes the first key of a tenant, rotate a new one that seals from then on
  status   how the keys of a tenant stand; exits 1 when they are damaged or half shredded
  shred    deletes every key of a tenant: nothing sealed for it opens again; may be repeated until it is done

  BINDING  --tenant ID --purpose NAME --record ID: opaque ids, in clear in the message, tenant and purpose in CloudTrail
  KEY      --key-file FILE: 32 bytes, 64 hexadecimal digits or base64, and nobody else may read it;
           --kms-key ARN [--full-context]: data keys of KMS; it sees tenant and purpose, or the record too;
           STORE: keys of tenants
  STORE    --kms-key ARN --table NAME --key-store NAME: the DynamoDB table of a hierarchical keyring, its logical name, and
           the KMS key above it
  --output FILE    for its owner only, and never in the place of another file but with --force
  --allow-signed   open, verify: signed messages of other writers too (suite 0x0578), up to 64 MiB

Keys in KMS need the packages @aws-sdk/client-kms and, for those of tenants, @aws-sdk/client-dynamodb. Exit codes: 0 fine,
1 the message or the keys are refused, 2 bad input, 3 a package is missing or our fault.
`;

const ACTIONS: Actions = {
  seal: async () => (await import('./envelope/seal.js')).sealFile,
  open: async () => (await import('./envelope/open.js')).openFile,
  verify: async () => (await import('./envelope/verify.js')).verifyFile,
  inspect: async () => (await import('./envelope/inspect.js')).inspectFile,
  'new-key': async () => (await import('./envelope/new-key.js')).newKey,
  create: async () => (await import('./envelope/tenant.js')).createTenant,
  rotate: async () => (await import('./envelope/tenant.js')).rotateTenant,
  status: async () => (await import('./envelope/tenant.js')).tenantStatus,
  shred: async () => (await import('./envelope/shred.js')).shredTenant,
};

export const envelope: Verb = async (argv, io) => {
  const action = await actionAmong(ACTIONS, argv, USAGE);
  if (!action) {
    io.stdout.write(USAGE);
    return EXIT.fine;
  }
  return orRefused(io, () => action(io));
};
