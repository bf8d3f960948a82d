import { z } from 'zod';
import { PROMPT_CLASSES } from '../../lib/contract/data-class';
import { PURPOSES_OF_USE, type PurposeName } from '../../lib/contract/purpose-of-use';

/** Raised when a reader of the old shape would misread the new one. */
export const LEDGER_SCHEMA_VERSION = 1 as const;

const hmac = z.string().regex(/^[0-9a-f]{64}$/u);
const id = z.string().regex(/^[\w.:/+=,@-]{1,256}$/u);
const count = z.int().min(0);
const counts = z.record(z.string().regex(/^[\w.-]{1,64}$/u), count);

/** What an HMAC-SHA-256 was made of is told by nobody without the key; `keyId` names the key, so that it can be changed. */
const digest = z.strictObject({ keyId: id, hmac });

/** Who received something outside of the covered entity (45 CFR 164.528(b)(2)(ii)): without one, it was a use. */
const disclosure = z.strictObject({
  /** Entry of the register of recipients: an organization, never a patient. */
  recipient: id,
  /** What was disclosed, in the words of the use case (164.528(b)(2)(iii)). */
  description: id,
});

/**
 * One interaction as the gateway saw it: who asked, for whom, why, which model answered, what was taken out, what was
 * decided. Ids, counts and keyed digests; no text, no field value, no name of a patient.
 */
export const ledgerEntrySchema = z.strictObject({
  /**
   * `opened` stands before the first piece of a streamed answer, and the `interaction` or `refusal` of the same request after
   * the last: an `opened` without either is an answer that may have left in part. `review`: a person read a parked answer.
   */
  kind: z.enum([
    'opened',
    'interaction',
    'refusal',
    'parked',
    'review',
    'approval',
    'rejection',
    're-identification',
  ]),
  /** Of the request; an approval bears that of the answer it decides on. */
  requestId: z.uuid(),
  /** Of the idempotency key that the caller gave. */
  idempotency: digest.optional(),
  caller: z.strictObject({
    principal: id,
    authentication: z.enum(['iam', 'mutual-tls', 'cognito', 'lambda-alias', 'none']),
    secondFactor: z.boolean().optional(),
    onBehalfOf: id.optional(),
  }),
  useCase: z.strictObject({ id, version: count }).optional(),
  purpose: z
    .strictObject({
      of: z.enum(Object.keys(PURPOSES_OF_USE) as [PurposeName, ...PurposeName[]]),
      basis: id.optional(),
      disclosure: disclosure.optional(),
    })
    .optional(),
  /** Of the opaque reference to the individual. */
  subject: digest.optional(),
  session: digest.optional(),
  dataClass: z.enum(PROMPT_CLASSES).optional(),
  prompt: z
    .union([z.strictObject({ id, version: id }), z.strictObject({ freeText: z.literal(true) })])
    .optional(),
  model: z.strictObject({ id, region: id, attempts: count, fallback: z.boolean() }).optional(),
  guardrail: z.strictObject({ id, version: id, action: z.enum(['none', 'masked', 'blocked']) }).optional(),
  fields: z.strictObject({ sent: count, dropped: count, justification: id.optional() }).optional(),
  redactions: counts.optional(),
  output: z
    .strictObject({
      redactions: counts,
      leaks: count,
      entropyMillibits: count,
      characters: count,
      groundingPercent: count.optional(),
    })
    .optional(),
  /** Of an answer that was streamed: how long, and behind how many UTF-16 units of the model's, the first text left. */
  stream: z.strictObject({ firstTextMilliseconds: count, firstTextCharacters: count }).optional(),
  input: digest.optional(),
  answer: digest.optional(),
  tokens: z.strictObject({ input: count, output: count }).optional(),
  /** Milliseconds by stage, rounded up. */
  latency: counts,
  decision: z.strictObject({
    outcome: z.enum([
      'opened',
      'answered',
      'refused',
      'parked',
      'reviewed',
      'approved',
      'rejected',
      'restored',
    ]),
    stage: id.optional(),
    code: id.optional(),
  }),
  /** Key of the sealed bodies in their own store, and SHA-256 of the sealed bytes. */
  body: z.strictObject({ key: id, sha256: hmac }).optional(),
});

export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/** Proof that a record is where nobody can change it: given only after the store said so. */
export interface Receipt {
  /** Opaque; what a caller keeps, and what `hipaa-ai ledger verify --receipt` finds. */
  readonly id: string;
  /** SHA-256 of the record, in lower-case hex. */
  readonly recordHash: string;
}

/** Where entries go. */
export interface LedgerWriter {
  /**
   * Resolves when the record is durable, and not before.
   * @throws LedgerError when it is not known to be: then nothing may leave
   */
  append(entry: LedgerEntry): Promise<Receipt>;
}
