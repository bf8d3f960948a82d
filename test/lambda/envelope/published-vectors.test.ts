import { deriveKeys } from '../../../lambda/envelope/key-derivation';
import { openMessage, parseMessage } from '../../../lambda/envelope/message';
import { encodeHeader } from '../../../lambda/envelope/message-header';
import { vectors } from '../../fixtures/vectors/esdk-commitment-0478.json';
import { refusalOf } from './sealed';

const MOST_KEYS = 2;
const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');
const isFramed = ({ comment }: { readonly comment: string }): boolean => !comment.includes('unframed');

test('the selection holds vectors of every kind', () => {
  expect(vectors).toHaveLength(23);
  expect(vectors.filter(({ opens }) => !opens)).toHaveLength(3);
  expect(vectors.filter((vector) => !isFramed(vector))).toHaveLength(3);
  expect(vectors.filter(({ contentKey }) => contentKey !== null).length).toBeGreaterThan(8);
});

test.each(vectors.filter(({ opens }) => opens))(
  '$comment: commitment and content key',
  ({ dataKey, messageId, commitment, contentKey }) => {
    const keys = deriveKeys(bytes(dataKey), bytes(messageId));
    expect(keys.commitment.toString('base64')).toBe(commitment);
    if (contentKey !== null) expect(keys.contentKey.toString('base64')).toBe(contentKey);
  },
);

test.each(vectors.filter((vector) => isFramed(vector) && vector.opens))('$comment: opens', (vector) => {
  const parsed = parseMessage(bytes(vector.message), MOST_KEYS);
  expect(Object.fromEntries(parsed.header.context)).toEqual(vector.context);
  expect(encodeHeader(parsed.header)).toEqual(parsed.header.body);
  expect(Buffer.from(openMessage(parsed, bytes(vector.dataKey))).toString()).toBe(vector.plaintext);
});

test.each(vectors.filter(({ opens }) => !opens))(
  '$comment: COMMITMENT_MISMATCH',
  async ({ message, dataKey }) => {
    const parsed = parseMessage(bytes(message), MOST_KEYS);
    expect(await refusalOf(() => openMessage(parsed, bytes(dataKey)))).toBe('COMMITMENT_MISMATCH');
  },
);

test.each(vectors.filter((vector) => !isFramed(vector)))('$comment: not accepted', async ({ message }) => {
  expect(await refusalOf(() => parseMessage(bytes(message), MOST_KEYS))).toBe('UNSUPPORTED_SUITE');
});
