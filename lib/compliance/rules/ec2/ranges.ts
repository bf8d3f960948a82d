import { finding, unknown, type Observation } from '../../rule';
import type { Property } from '../../template/property';
import { textOf } from '../../template/value';

/** No private range of IPv4 has a shorter prefix than 10.0.0.0/8; two halves, `0.0.0.0/1` and `128.0.0.0/1`, are all. */
const SHORTEST_IPV4 = 8;
/** Regional registries hand out no range of IPv6 this wide to one network. */
const SHORTEST_IPV6 = 16;

/** Length of the prefix of a range in CIDR notation; undefined when the text has none. */
export function prefixOf(range: string): number | undefined {
  const digits = /\/(?<length>\d{1,3})$/u.exec(range.trim())?.groups?.['length'];
  return digits === undefined ? undefined : Number(digits);
}

export function isIpv6(range: string): boolean {
  return range.includes(':') && !range.startsWith('${');
}

/** True for all addresses, and for so many that they mean everybody. */
export function isEverywhere(range: string): boolean {
  const prefix = prefixOf(range);
  if (prefix === undefined) return false;
  if (prefix === 0) return true;
  if (!isIpv6(range)) return /^\d/u.test(range.trim()) && prefix < SHORTEST_IPV4;
  // fc00::/7 is private
  return prefix < SHORTEST_IPV6 && !/^f[cd]/iu.test(range.trim());
}

/** What is seen on a range that must not be open to everybody; one observation at most. */
export function openRange(range: Property): readonly Observation[] {
  const seen = range.values.flatMap((value) => {
    if (value.kind === 'unknown')
      return [unknown(range.path, `cannot be read: ${value.reason}; it must not be open to everybody`)];
    const text = textOf(value);
    return text !== undefined && isEverywhere(text) ? [finding(range.path, 'is open to everybody')] : [];
  });
  const worst = seen.find(({ verdict }) => verdict === 'finding') ?? seen[0];
  return worst ? [worst] : [];
}
