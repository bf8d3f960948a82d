/** An algorithm suite of the AWS Encryption SDK: AES-256-GCM, HKDF-SHA512, key commitment. */
export interface Suite {
  /** As the header holds it: two bytes. */
  readonly id: Buffer;
  /** The message ends with an ECDSA P-384 signature. */
  readonly signed: boolean;
}

/** 0x0478: no signature. The one this library writes. */
export const COMMITTING: Suite = { id: Buffer.from([0x04, 0x78]), signed: false };

/** 0x0578: signed. Opened on request only, never written. */
export const COMMITTING_SIGNED: Suite = { id: Buffer.from([0x05, 0x78]), signed: true };

export const DATA_KEY_BYTES = 32;
