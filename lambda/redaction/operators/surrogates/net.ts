import type { Draws } from './derivation';
import type { Fake } from './numbers';

const lower = (value: string): string => value.toLowerCase();
const letters = (count: number, draws: Draws): string =>
  Array.from({ length: count }, () => String.fromCharCode(97 + draws.below(26))).join('');

/** Under a domain that is nobody's (RFC 2606). */
export const email: Fake = {
  purpose: 'email',
  key: lower,
  draw: (_, draws) => `${letters(8, draws)}@example.org`,
};

/** Under a domain that is nobody's (RFC 2606); the scheme is kept. */
export const url: Fake = {
  purpose: 'url',
  key: lower,
  draw(value, draws) {
    const start = /^(?:https?:\/\/|ftp:\/\/)?(?:www\.)?/i.exec(value)?.[0] ?? '';
    return `${start}example.org/${letters(8, draws)}`;
  },
};

// RFC 5737
const DOCUMENTATION = ['192.0.2', '198.51.100', '203.0.113'];

/** From the ranges kept for documentation (RFC 5737, RFC 3849). */
export const ipAddress: Fake = {
  purpose: 'ip',
  key: lower,
  draw(value, draws) {
    const group = (): string => draws.below(0x10000).toString(16);
    if (!value.includes('.')) return `2001:db8:${group()}:${group()}::${group()}`;
    return `${DOCUMENTATION[draws.below(DOCUMENTATION.length)]}.${1 + draws.below(254)}`;
  },
};
