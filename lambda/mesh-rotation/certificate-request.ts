import { createPublicKey, sign, type KeyObject } from 'node:crypto';

const INTEGER_ZERO = Buffer.from('020100', 'hex');
/** Object identifiers with their tag and length. Source: RFC 5280 appendix A.1, RFC 5758 section 3.2. */
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const ECDSA_WITH_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex');

const SEQUENCE = 0x30;
const SET = 0x31;
const UTF8_STRING = 0x0c;
const BIT_STRING = 0x03;
/** `[0] IMPLICIT SET OF Attribute`, which is there even when it is empty. */
const ATTRIBUTES = 0xa0;

/**
 * A certificate signing request (PKCS #10, RFC 2986) for a key of P-256, in PEM. It has a common name and no extensions: names
 * that count are given by whoever calls the CA. node:crypto makes none, and a library for X.509 is larger than the rest of the bundle.
 * @param commonName at most 64 characters of ASCII
 */
export function certificateRequest(key: KeyObject, commonName: string): string {
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, Buffer.from(commonName)))));
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const info = der(SEQUENCE, INTEGER_ZERO, name, publicKey, der(ATTRIBUTES));
  const signature = sign('sha256', info, { key, dsaEncoding: 'der' });
  const request = der(
    SEQUENCE,
    info,
    der(SEQUENCE, ECDSA_WITH_SHA256),
    // no unused bits
    der(BIT_STRING, Buffer.of(0), signature),
  );
  const lines = request.toString('base64').match(/.{1,64}/gu) ?? [];
  return ['-----BEGIN CERTIFICATE REQUEST-----', ...lines, '-----END CERTIFICATE REQUEST-----', ''].join(
    '\n',
  );
}

function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const length =
    content.length < 0x80
      ? [content.length]
      : content.length < 0x100
        ? [0x81, content.length]
        : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...length), content]);
}
