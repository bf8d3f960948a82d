import {
  FRAME_BYTES,
  MAX_ENCRYPTED_DATA_KEYS,
  MAX_PLAINTEXT_BYTES,
  MAX_STREAMED_FRAME_BYTES,
} from './limits';

/** All optional; what is out of range is a `RangeError`. */
export interface EnvelopeLimits {
  /**
   * Most bytes of plaintext `seal` and `open` take, as they hold all of it in memory: 0 to 2^30. Streams have no limit.
   * @default 64 MiB
   */
  readonly plaintextBytes?: number;
  /**
   * Bytes of plaintext in each frame but the last of what is sealed: 1 to 16 MiB.
   * @default 64 KiB
   */
  readonly frameBytes?: number;
  /**
   * Most encrypted data keys in the header of what is opened: 1 to 3. One is written; others write more for more readers,
   * and each is a call of KMS that an attacker could cause.
   * @default 1
   */
  readonly encryptedDataKeys?: number;
}

const RANGES = {
  plaintextBytes: { least: 0, most: 2 ** 30, fallback: MAX_PLAINTEXT_BYTES },
  frameBytes: { least: 1, most: MAX_STREAMED_FRAME_BYTES, fallback: FRAME_BYTES },
  encryptedDataKeys: { least: 1, most: 3, fallback: MAX_ENCRYPTED_DATA_KEYS },
} as const;

/** @throws RangeError naming the limit, what was given and what is allowed */
export function envelopeLimits(given: EnvelopeLimits = {}): Required<EnvelopeLimits> {
  const limit = (name: keyof typeof RANGES): number => {
    const { least, most, fallback } = RANGES[name];
    const value = given[name] ?? fallback;
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new RangeError(`limits.${name} is ${value}; give a whole number from ${least} to ${most}`);
  };
  return {
    plaintextBytes: limit('plaintextBytes'),
    frameBytes: limit('frameBytes'),
    encryptedDataKeys: limit('encryptedDataKeys'),
  };
}
