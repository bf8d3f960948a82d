import { z } from 'zod';

const pin = z.string().regex(/^[A-Za-z0-9+/]{43}=$/u);

const identitySchema = z.object({
  /** When it was made, RFC 3339. */
  createdAt: z.iso.datetime(),
  /** PEM: the leaf first, then CAs up to an anchor, without the anchor. */
  certificate: z.string().includes('BEGIN CERTIFICATE'),
  /** PEM, PKCS #8. */
  key: z.string().includes('BEGIN PRIVATE KEY'),
  pin,
  /** The key of the certificate after this one: peers know its pin a rotation before it is used. */
  nextKey: z.string().includes('BEGIN PRIVATE KEY'),
  nextPin: pin,
});

/** What an identity secret holds. */
export type Identity = z.infer<typeof identitySchema>;

/** Undefined for anything else, such as the password that a secret is born with. */
export function parseIdentity(text: string): Identity | undefined {
  try {
    return identitySchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
