import { isIPv4, isIPv6 } from 'node:net';

/** An address or a range as bits: 32 of them or 128. */
interface Range {
  readonly bits: bigint;
  readonly width: number;
  readonly prefix: number;
}

/**
 * Whether an address lies in a CIDR range; undefined when one of the two cannot be read.
 * An address without `/` is a range of one. Source: IAM user guide, "IP address condition operators".
 */
export function isInRange(address: string, range: string): boolean | undefined {
  const inner = rangeOf(address);
  const outer = rangeOf(range);
  if (!inner || !outer) return undefined;
  if (inner.width !== outer.width || inner.prefix < outer.prefix) return false;
  const rest = BigInt(outer.width - outer.prefix);
  return inner.bits >> rest === outer.bits >> rest;
}

function rangeOf(text: string): Range | undefined {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const width = isIPv4(address) ? 32 : isIPv6(address) && !address.includes('%') ? 128 : undefined;
  if (width === undefined) return undefined;
  const prefix = slash < 0 ? width : prefixOf(text.slice(slash + 1));
  if (prefix === undefined || prefix > width) return undefined;
  return { bits: width === 32 ? bitsOfV4(address) : bitsOfV6(address), width, prefix };
}

function prefixOf(text: string): number | undefined {
  return /^\d{1,3}$/u.test(text) ? Number(text) : undefined;
}

function bitsOfV4(address: string): bigint {
  return address.split('.').reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
}

function bitsOfV6(address: string): bigint {
  const lastColon = address.lastIndexOf(':');
  const tail = address.slice(lastColon + 1);
  // the last 32 bits may be written as IPv4
  const text = tail.includes('.')
    ? `${address.slice(0, lastColon + 1)}${(bitsOfV4(tail) >> 16n).toString(16)}:${(bitsOfV4(tail) & 0xffffn).toString(16)}`
    : address;
  const [left = '', right] = text.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const head = groups(left);
  const end = groups(right ?? '');
  const zeros = Array.from({ length: 8 - head.length - end.length }, () => '0');
  return [...head, ...zeros, ...end].reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}
