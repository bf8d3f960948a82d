import { randomBytes, type KeyObject } from 'node:crypto';

/** P-256 (FIPS 186-5, SP 800-186 3.2.1.3). */
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const G: Point = [
  0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
];

type Point = readonly [bigint, bigint];

/**
 * Signs a digest as KMS does for `MessageType: DIGEST`: Node hashes once more. For loopbacks only; it takes its time and
 * shows it.
 */
export function signDigest(digest: Uint8Array, key: KeyObject): Buffer {
  const { d = '' } = key.export({ format: 'jwk' });
  const secret = BigInt(`0x${Buffer.from(d, 'base64url').toString('hex')}`);
  const z = BigInt(`0x${Buffer.from(digest).toString('hex')}`);
  const k = (BigInt(`0x${randomBytes(40).toString('hex')}`) % (N - 1n)) + 1n;
  const [x] = times(k, G) ?? [0n];
  const r = x % N;
  const s = mod(inverse(k, N) * (z + r * secret), N);
  const [left, right] = [derInteger(r), derInteger(s)];
  return Buffer.concat([Buffer.from([0x30, left.length + right.length]), left, right]);
}

function derInteger(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  const positive = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
  return Buffer.concat([Buffer.from([0x02, positive.length]), positive]);
}

function times(scalar: bigint, point: Point): Point | undefined {
  let sum: Point | undefined;
  let double: Point | undefined = point;
  for (let left = scalar; left > 0n; left >>= 1n) {
    if (left % 2n === 1n) sum = plus(sum, double);
    double = plus(double, double);
  }
  return sum;
}

function plus(a: Point | undefined, b: Point | undefined): Point | undefined {
  if (!a || !b) return a ?? b;
  const [[ax, ay], [bx, by]] = [a, b];
  if (ax === bx && mod(ay + by, P) === 0n) return undefined;
  const slope =
    ax === bx ? (3n * ax * ax - 3n) * inverse(2n * ay, P) : (by - ay) * inverse(mod(bx - ax, P), P);
  const x = mod(slope * slope - ax - bx, P);
  return [x, mod(slope * (ax - x) - ay, P)];
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [mod(value, modulus), modulus, 1n, 0n];
  while (b > 0n) {
    const quotient = a / b;
    [a, b, x, y] = [b, a % b, y, x - quotient * y];
  }
  return mod(x, modulus);
}

function mod(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
}
