import type { HiveColumns, HiveType } from './hive-type';

const digest: HiveType = { struct: { keyid: 'string', hmac: 'string' } };
const counts: HiveType = { map: 'bigint' };

/** An entry of the ledger. A test holds it against the schema that writers check entries with, both ways. */
const entry: HiveType = {
  struct: {
    kind: 'string',
    requestid: 'string',
    idempotency: digest,
    caller: {
      struct: {
        principal: 'string',
        authentication: 'string',
        secondfactor: 'boolean',
        onbehalfof: 'string',
      },
    },
    usecase: { struct: { id: 'string', version: 'bigint' } },
    purpose: {
      struct: {
        of: 'string',
        basis: 'string',
        disclosure: { struct: { recipient: 'string', description: 'string' } },
      },
    },
    subject: digest,
    session: digest,
    dataclass: 'string',
    prompt: { struct: { id: 'string', version: 'string', freetext: 'boolean' } },
    model: { struct: { id: 'string', region: 'string', attempts: 'bigint', fallback: 'boolean' } },
    guardrail: { struct: { id: 'string', version: 'string', action: 'string' } },
    fields: { struct: { sent: 'bigint', dropped: 'bigint', justification: 'string' } },
    redactions: counts,
    output: {
      struct: {
        redactions: counts,
        leaks: 'bigint',
        entropymillibits: 'bigint',
        characters: 'bigint',
        groundingpercent: 'bigint',
      },
    },
    stream: { struct: { firsttextmilliseconds: 'bigint', firsttextcharacters: 'bigint' } },
    input: digest,
    answer: digest,
    tokens: { struct: { input: 'bigint', output: 'bigint' } },
    latency: counts,
    decision: { struct: { outcome: 'string', stage: 'string', code: 'string' } },
    body: { struct: { key: 'string', sha256: 'string' } },
  },
};

/**
 * A line below `records/`. Closes of segments stand there too: they have another `type`, no `entry` and no `sequence`.
 */
export const LEDGER_COLUMNS: HiveColumns = {
  schema: 'bigint',
  type: 'string',
  writer: 'string',
  segment: 'bigint',
  object: 'bigint',
  sequence: 'bigint',
  time: 'string',
  clockbackwards: 'bigint',
  previous: 'string',
  entry,
};
