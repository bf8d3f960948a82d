import { Buffer } from 'node:buffer';

/** A kind of credential that gives itself away by its form, whatever it is called. */
interface Format {
  readonly what: string;
  /** One of these is in every such credential; looking for them costs far less than the form. */
  readonly traces: readonly string[];
  /** Of bounded length. */
  readonly form: RegExp;
}

const FORMATS: readonly Format[] = [
  {
    what: 'an AWS access key',
    traces: ['AKIA', 'ASIA'],
    form: /(?<![A-Z0-9])A(?:KIA|SIA)[A-Z0-9]{16}(?![A-Z0-9])/u,
  },
  {
    what: 'an AWS secret access key',
    traces: ['ecret', 'ECRET'],
    form: /aws_?secret_?(?:access_?)?key["']?\s{0,4}[:=]\s{0,4}["']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/iu,
  },
  {
    what: 'a private key',
    traces: ['PRIVATE KEY-----'],
    form: /-----BEGIN (?:[A-Z]{2,9} )?PRIVATE KEY-----/u,
  },
  {
    what: 'a GitHub token',
    traces: ['gho_', 'ghp_', 'ghr_', 'ghs_', 'ghu_'],
    form: /\bgh[opsur]_[A-Za-z0-9]{36}/u,
  },
  { what: 'a GitLab token', traces: ['glpat-'], form: /\bglpat-[A-Za-z0-9_-]{20}/u },
  { what: 'a Slack token', traces: ['xox'], form: /\bxox[abprs]-[0-9A-Za-z-]{10}/u },
  { what: 'a Stripe key', traces: ['k_live_'], form: /\b[rs]k_live_[0-9A-Za-z]{20}/u },
];

/** Any trace of any format: looked for in one go. */
const TRACE = new RegExp(FORMATS.flatMap(({ traces }) => traces).join('|'), 'u');

/** What kind of credential a text holds; undefined when it holds none. */
export function credentialIn(text: string): string | undefined {
  if (!TRACE.test(text)) return undefined;
  return FORMATS.find(({ traces, form }) => traces.some((trace) => text.includes(trace)) && form.test(text))
    ?.what;
}

/** What base64 text says; undefined when it is none, or says no text. */
export function decoded(text: string): string | undefined {
  if (text.length < 24 || !/^[A-Za-z0-9+/=\s]+$/u.test(text)) return undefined;
  const plain = Buffer.from(text, 'base64').toString('utf8');
  return plain.includes('�') ? undefined : plain;
}
