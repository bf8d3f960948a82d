import { z } from 'zod';
import { PURPOSE_NAMES, type PurposeName } from '../../lib/contract/purpose-of-use';
import { GatewayError } from './gateway-error';
import { fieldOf } from './request-field';

/** Most documents of one request. */
export const MOST_DOCUMENTS = 20;
/** Most bytes of a body, before it is read as JSON. */
export const DEFAULT_MAX_BODY_BYTES = 1_048_576;

/** Name of the one field that stands for all of a record. */
export const FULL_RECORD = '*';

/** What the ledger keeps in clear; see `id` in lambda/ledger/ledger-entry.ts. */
const id = z.string().regex(/^[\w.:/+=,@-]{1,128}$/u);

/** What a caller sends. Ids are opaque: never a name, a medical record number or anything else of a patient. */
export const gatewayRequestSchema = z
  .strictObject({
    useCase: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
      .max(64),
    purpose: z.strictObject({
      of: z.enum(PURPOSE_NAMES as [PurposeName, ...PurposeName[]]),
      basis: id.optional().describe('The waiver, authorization or order the purpose rests on.'),
      disclosure: z
        .strictObject({ recipient: id, description: id })
        .optional()
        .describe('Where the answer goes outside of the covered entity: a disclosure, not a use.'),
    }),
    subject: id.describe('Whom it is about, by an opaque id. Records hold a keyed digest of it.'),
    prompt: z
      .strictObject({ id, version: id })
      .optional()
      .describe('An approved prompt. Either this or text, never both.'),
    text: z.string().min(1).optional().describe("The caller's own text, where the use case allows it."),
    fields: z
      .record(z.string().regex(/^(?:\*|[A-Za-z][\w.-]{0,63})$/u), z.unknown())
      .optional()
      .describe('What fills the placeholders {{name}} of the prompt. The member * is the full record.'),
    untrusted: z
      .array(z.strictObject({ text: z.string() }))
      .max(MOST_DOCUMENTS)
      .optional()
      .describe('Documents that others wrote: data to the model, never instructions.'),
    model: id.optional().describe("One of the use case's models. Default: the first."),
    session: id.optional(),
    idempotencyKey: z
      .string()
      .regex(/^[\w.:-]{8,128}$/u)
      .describe('The same key with the same request is answered once, however often it is sent.'),
    justification: id.optional().describe('A code that the use case lists for the full record.'),
    stream: z.boolean().optional(),
    reidentify: z.boolean().optional().describe('Put the identifiers back into the answer.'),
  })
  .refine(({ prompt, text }) => (prompt === undefined) !== (text === undefined), { path: ['prompt'] })
  // what the published schema says of the same
  .meta({ oneOf: [{ required: ['prompt'] }, { required: ['text'] }] });

export type GatewayRequest = z.infer<typeof gatewayRequestSchema>;

/** What a person does about an answer that waits. */
export const oversightRequestSchema = z.strictObject({
  oversight: z.strictObject({
    requestId: z.uuid(),
    act: z.enum(['review', 'approve', 'reject']),
  }),
});

export type OversightRequest = z.infer<typeof oversightRequestSchema>['oversight'];

/**
 * Reads a body as JSON.
 *
 * @throws GatewayError BODY_TOO_LARGE before anything is read; BODY_NOT_JSON
 */
export function readBody(body: string | Uint8Array, maxBytes: number): unknown {
  const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  if (bytes > maxBytes) throw new GatewayError('BODY_TOO_LARGE');
  try {
    const text = typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body);
    return JSON.parse(text) as unknown;
  } catch {
    // what JSON.parse says quotes the body
    throw new GatewayError('BODY_NOT_JSON');
  }
}

/** @throws GatewayError REQUEST_INVALID with the name of the first field that is missing or odd */
export function parseRequest(body: unknown): GatewayRequest {
  return checked(gatewayRequestSchema, body);
}

/** The same for what a person does about an answer; undefined when the body is no such request. */
export function parseOversight(body: unknown): OversightRequest | undefined {
  if (typeof body !== 'object' || body === null || !('oversight' in body)) return undefined;
  return checked(oversightRequestSchema, body).oversight;
}

function checked<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new GatewayError('REQUEST_INVALID', { field: fieldOf(result.error) });
}
