import { hkdfSync } from 'node:crypto';
import * as fc from 'fast-check';
import { deriveKeys } from '../../../../lambda/envelope/format/key-derivation';
import { COMMITTING, COMMITTING_SIGNED } from '../../../../lambda/envelope/format/suite';

test.each([
  ['0x0478', COMMITTING, '\u0004\u0078'],
  ['0x0578', COMMITTING_SIGNED, '\u0005\u0078'],
])('%s is HKDF-SHA512 as Node computes it', (_, suite, id) => {
  const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(key, key, (dataKey, messageId) => {
      const { commitment, contentKey } = deriveKeys(suite, dataKey, messageId);
      expect(commitment).toEqual(Buffer.from(hkdfSync('sha512', dataKey, messageId, 'COMMITKEY', 32)));
      expect(contentKey).toEqual(Buffer.from(hkdfSync('sha512', dataKey, messageId, `${id}DERIVEKEY`, 32)));
    }),
  );
});

test('leaves the data key to its owner', () => {
  const dataKey = new Uint8Array(32).fill(7);
  deriveKeys(COMMITTING, dataKey, new Uint8Array(32));
  expect(dataKey.every((byte) => byte === 7)).toBe(true);
});

test('keeps half a block only: the rest of what a key was made with is zeroed', () => {
  const { contentKey } = deriveKeys(COMMITTING, new Uint8Array(32), new Uint8Array(32));
  const block = Buffer.from(contentKey.buffer, contentKey.byteOffset, 64);
  expect(block.subarray(32).every((byte) => byte === 0)).toBe(true);
});
