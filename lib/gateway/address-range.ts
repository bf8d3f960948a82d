import { isIP } from 'node:net';

export type AddressFamily = 'IPV4' | 'IPV6';

const MOST_BITS: Readonly<Record<AddressFamily, number>> = { IPV4: 32, IPV6: 128 };

/** The family of a range such as `192.0.2.0/24`; none where it is no range that an IP set of WAF takes, which is never all there are. */
export function familyOf(range: string): AddressFamily | undefined {
  const [address = '', prefix = '', ...more] = range.split('/');
  const version = isIP(address);
  if (more.length > 0 || version === 0 || !/^\d{1,3}$/u.test(prefix)) return undefined;
  const family = version === 4 ? 'IPV4' : 'IPV6';
  const bits = Number(prefix);
  return bits >= 1 && bits <= MOST_BITS[family] ? family : undefined;
}
