import { createHash } from 'node:crypto';

/** Ours, drawn once. UUIDs of version 5 are names in a namespace (RFC 9562): the same name, the same UUID. */
const NAMESPACE = Buffer.from('6a3f0c5e1d0b4c0f9b1a7e2f5d8c4b61', 'hex');

/** @param name parts that together name one thing, in the order from the general to the particular */
export function uuidOf(...name: readonly string[]): string {
  const hash = createHash('sha1').update(NAMESPACE).update(JSON.stringify(name)).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
