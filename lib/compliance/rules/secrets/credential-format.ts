import { Buffer } from 'node:buffer';

/** Credentials that give themselves away by their form, whatever they are called. Every pattern is of bounded length. */
const FORMATS: readonly (readonly [what: string, form: RegExp])[] = [
  ['an AWS access key', /(?<![A-Z0-9])A(?:KIA|SIA)[A-Z0-9]{16}(?![A-Z0-9])/u],
  [
    'an AWS secret access key',
    /aws_?secret_?(?:access_?)?key["']?\s{0,4}[:=]\s{0,4}["']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/iu,
  ],
  ['a private key', /-----BEGIN (?:[A-Z]{2,9} )?PRIVATE KEY-----/u],
  ['a GitHub token', /\bgh[opsur]_[A-Za-z0-9]{36}/u],
  ['a GitLab token', /\bglpat-[A-Za-z0-9_-]{20}/u],
  ['a Slack token', /\bxox[abprs]-[0-9A-Za-z-]{10}/u],
  ['a Stripe key', /\b[rs]k_live_[0-9A-Za-z]{20}/u],
];

/** What kind of credential a text holds; undefined when it holds none. */
export function credentialIn(text: string): string | undefined {
  return FORMATS.find(([, form]) => form.test(text))?.[0];
}

/** What base64 text says; undefined when it is none, or says no text. */
export function decoded(text: string): string | undefined {
  if (text.length < 24 || !/^[A-Za-z0-9+/=\s]+$/u.test(text)) return undefined;
  const plain = Buffer.from(text, 'base64').toString('utf8');
  return plain.includes('�') ? undefined : plain;
}
