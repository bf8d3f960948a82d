import { hkdfSync } from 'node:crypto';
import * as fc from 'fast-check';
import { deriveKeys } from '../../../lambda/envelope/key-derivation';

const SUITE = '\u0004\u0078';

test('is HKDF-SHA512 as Node computes it', () => {
  const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(key, key, (dataKey, messageId) => {
      const { commitment, contentKey } = deriveKeys(dataKey, messageId);
      expect(commitment).toEqual(Buffer.from(hkdfSync('sha512', dataKey, messageId, 'COMMITKEY', 32)));
      expect(contentKey).toEqual(
        Buffer.from(hkdfSync('sha512', dataKey, messageId, `${SUITE}DERIVEKEY`, 32)),
      );
    }),
  );
});

test('leaves the data key to its owner', () => {
  const dataKey = new Uint8Array(32).fill(7);
  deriveKeys(dataKey, new Uint8Array(32));
  expect(dataKey.every((byte) => byte === 7)).toBe(true);
});
