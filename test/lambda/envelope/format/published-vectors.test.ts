import * as clientNode from '@aws-crypto/client-node';
import type { Engine } from '../../../../lambda/envelope/engine/engine';
import { createEsdkEngine } from '../../../../lambda/envelope/engine/esdk-engine';
import { nativeEngine } from '../../../../lambda/envelope/engine/native-engine';
import { parseContext, serializeContext } from '../../../../lambda/envelope/format/encryption-context';
import { deriveKeys } from '../../../../lambda/envelope/format/key-derivation';
import { contentKeyOf, parseMessage, type ParsedMessage } from '../../../../lambda/envelope/format/message';
import {
  headerLength,
  sealHeader,
  serializeEncryptedDataKeys,
} from '../../../../lambda/envelope/format/message-header';
import { COMMITTING, COMMITTING_SIGNED } from '../../../../lambda/envelope/format/suite';
import { vectors as unsigned } from '../../../fixtures/vectors/esdk-commitment-0478.json';
import { vectors as signed } from '../../../fixtures/vectors/esdk-commitment-0578.json';
import { collect, inChunks, outcomeOf } from '../chunks';
import { refusal, refusalOf } from '../sealed';

type Vector = (typeof unsigned)[number] | (typeof signed)[number];

const ALL: readonly Vector[] = [...unsigned, ...signed];
const OPENING = ALL.filter(({ opens }) => opens);
const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');
const isFramed = ({ comment }: Vector): boolean => !comment.includes('unframed');
const isSigned = (vector: Vector): boolean => signed.some(({ message }) => message === vector.message);
const parse = ({ message }: Vector): ParsedMessage =>
  parseMessage(bytes(message), { encryptedDataKeys: 2, allow0578: true });
const changed = ({ message }: Vector, fromEnd: number): Buffer => {
  const copy = bytes(message);
  const at = copy.length - fromEnd;
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
};

test.each([
  ['0x0478', unsigned, { fails: 3, unframed: 3 }],
  ['0x0578', signed, { fails: 2, unframed: 4 }],
])('the selection of %s holds vectors of every kind', (_, vectors, { fails, unframed }) => {
  expect(vectors).toHaveLength(23);
  expect(vectors.filter(({ opens }) => !opens)).toHaveLength(fails);
  expect(vectors.filter((vector) => !isFramed(vector))).toHaveLength(unframed);
  expect(vectors.filter(({ contentKey }) => contentKey !== null).length).toBeGreaterThan(8);
});

test.each(OPENING)('$comment: commitment and content key', (vector) => {
  const suite = isSigned(vector) ? COMMITTING_SIGNED : COMMITTING;
  const keys = deriveKeys(suite, bytes(vector.dataKey), bytes(vector.messageId));
  expect(keys.commitment.toString('base64')).toBe(vector.commitment);
  if (vector.contentKey !== null) expect(keys.contentKey.toString('base64')).toBe(vector.contentKey);
});

test.each(OPENING)('$comment: the same fields make the same header and tag', (vector) => {
  const { header } = parse(vector);
  const encryptedDataKeys = serializeEncryptedDataKeys(header.encryptedDataKeys);
  const fields = { ...header, encryptedDataKeys };
  const target = Buffer.alloc(headerLength(fields));
  if (isFramed(vector)) {
    sealHeader(fields, contentKeyOf(header, bytes(vector.dataKey)), target);
    expect(target).toEqual(Buffer.concat([header.body, header.tag]));
  }
  const context = parseContext(header.context);
  expect(serializeContext(context)).toHaveLength(header.context.length);
  expect(Object.fromEntries([...context].filter(([key]) => key !== 'aws-crypto-public-key'))).toEqual(
    Object.fromEntries(Object.entries(vector.context).filter(([key]) => key !== 'aws-crypto-public-key')),
  );
});

describe.each<[string, Engine]>([
  ['native', nativeEngine],
  ['esdk', createEsdkEngine(clientNode)],
])('engine %s', (_, engine) => {
  test.each(OPENING)('$comment: opens', async (vector) => {
    const plaintext = await engine.openMessage(parse(vector), bytes(vector.dataKey));
    expect(Buffer.from(plaintext).toString()).toBe(vector.plaintext);
  });

  test.each(ALL.filter(({ opens }) => !opens))('$comment: COMMITMENT_MISMATCH', async (vector) => {
    expect(await refusal((async () => engine.openMessage(parse(vector), bytes(vector.dataKey)))())).toBe(
      'COMMITMENT_MISMATCH',
    );
  });

  test.each(OPENING.filter((vector) => isFramed(vector) && !isSigned(vector)))(
    '$comment: opens as a stream',
    async ({ message, dataKey, plaintext }) => {
      const stream = engine.openStream(
        inChunks(bytes(message), 7),
        2,
        async () => bytes(dataKey),
        () => undefined,
      );
      expect((await collect(stream)).toString()).toBe(plaintext);
    },
  );

  test.each(ALL.filter((vector) => !isFramed(vector) || isSigned(vector)))(
    '$comment: UNSUPPORTED_SUITE as a stream, and no key is asked for',
    async ({ message }) => {
      const unlock = jest.fn<Promise<Uint8Array>, []>();
      const stream = engine.openStream([bytes(message)], 2, unlock, () => undefined);
      expect((await outcomeOf(stream)).code).toBe('UNSUPPORTED_SUITE');
      expect(unlock).not.toHaveBeenCalled();
    },
  );

  test.each(signed.filter(({ opens }) => opens))(
    '$comment: AUTH_FAILED with another signature',
    async (vector) => {
      // the last byte is of the number s, the twentieth from the end too
      for (const fromEnd of [1, 20]) {
        const message = changed(vector, fromEnd).toString('base64');
        const open = async (): Promise<Uint8Array> =>
          engine.openMessage(parse({ ...vector, message }), bytes(vector.dataKey));
        expect(await refusal(open())).toBe('AUTH_FAILED');
      }
    },
  );
});

test.each(signed)(
  '$comment: UNSUPPORTED_SUITE where signed messages are not allowed',
  async ({ message }) => {
    expect(await refusalOf(() => parseMessage(bytes(message), { encryptedDataKeys: 2 }))).toBe(
      'UNSUPPORTED_SUITE',
    );
  },
);

test.each(ALL.filter((vector) => !isFramed(vector)))(
  '$comment: cut, longer or changed is refused',
  async (vector) => {
    const message = bytes(vector.message);
    const policy = { encryptedDataKeys: 2, allow0578: true };
    for (let length = 0; length < message.length; length++)
      expect(await refusalOf(() => parseMessage(message.subarray(0, length), policy))).toBe('TRUNCATED');
    expect(await refusalOf(() => parseMessage(Buffer.concat([message, Buffer.alloc(1)]), policy))).toBe(
      'TRAILING_BYTES',
    );
    const bodyAt = parse(vector).header.body.length;
    for (let at = bodyAt; at < message.length; at++) {
      const copy = Buffer.from(message);
      copy.writeUInt8(copy.readUInt8(at) ^ 0x80, at);
      const open = async (): Promise<Uint8Array> =>
        nativeEngine.openMessage(parseMessage(copy, policy), bytes(vector.dataKey));
      expect(await refusal(open())).toMatch(/^(?:AUTH_FAILED|TRUNCATED|TRAILING_BYTES|TOO_LARGE)$/u);
    }
  },
);

test.each(ALL)('$comment: TOO_LARGE where fewer data keys are allowed than it has', async ({ message }) => {
  const keys = bytes(message).readUInt16BE(37 + bytes(message).readUInt16BE(35));
  const policy = { encryptedDataKeys: keys - 1, allow0578: true };
  expect(await refusalOf(() => parseMessage(bytes(message), policy))).toBe('TOO_LARGE');
});
