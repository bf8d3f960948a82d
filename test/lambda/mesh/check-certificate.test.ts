import { checkCertificate, type CertificateCheck } from '../../../lambda/mesh/check-certificate';
import { TestAuthority, type LeafProps } from '../../support/mesh-pki';

const DAY_MS = 86_400_000;
const ID = 'spiffe://phi.internal/service/inference';
const now = Date.now();
const day = (days: number) => new Date(now + days * DAY_MS);

let root: TestAuthority;
let below: TestAuthority;
beforeAll(async () => {
  root = await TestAuthority.create('Invented root');
  below = await TestAuthority.create('Issuing', root);
});

async function judge(props: LeafProps, changes: Partial<CertificateCheck> = {}, issuer = root) {
  const leaf = await issuer.leaf({ uris: [ID], ...props });
  const judged = checkCertificate({ ...leaf, anchors: root.pem, spiffeId: ID, now, ...changes });
  return typeof judged === 'string' ? judged : 'GOOD';
}

test.each<[string, LeafProps, string]>([
  ['seven days', { notBefore: day(-1 / 24), notAfter: day(7) }, 'GOOD'],
  ['more than seven days and the hour', { notBefore: day(-1 / 24), notAfter: day(7.001) }, 'TOO_LONG'],
  ['the last second', { notAfter: new Date(now + 1_000) }, 'GOOD'],
  ['the second after', { notAfter: new Date(now - 1_000) }, 'EXPIRED'],
  ['tomorrow', { notBefore: day(1) }, 'NOT_YET_VALID'],
  ['another id', { uris: [`${ID}-evil`] }, 'WRONG_IDENTITY'],
  ['two ids', { uris: [ID, `${ID}-too`] }, 'WRONG_IDENTITY'],
  ['no id', { uris: [] }, 'WRONG_IDENTITY'],
  ['an id in a name of DNS', { uris: [], dnsNames: [`a, URI:${ID}`] }, 'WRONG_IDENTITY'],
  ['servers only', { uses: ['server'] }, 'WRONG_USE'],
  ['clients only', { uses: ['client'] }, 'WRONG_USE'],
  ['a CA', { isCa: true }, 'WRONG_USE'],
])('a certificate of %s', async (_, props, verdict) => {
  expect(await judge(props)).toBe(verdict);
});

test('the key of another certificate is refused', async () => {
  const { key } = await root.leaf({ uris: [ID] });
  expect(await judge({}, { key })).toBe('KEY_MISMATCH');
});

test('what is no certificate, no key or no anchor is refused', async () => {
  expect(await judge({}, { certificate: '' })).toBe('UNREADABLE');
  expect(await judge({}, { key: 'a key' })).toBe('UNREADABLE');
  expect(await judge({}, { anchors: '' })).toBe('UNTRUSTED');
});

test('a CA of the same name with another key does not vouch', async () => {
  const twin = await TestAuthority.create('Invented root');
  expect(await judge({}, { anchors: twin.pem })).toBe('UNTRUSTED');
  expect(await judge({}, { anchors: `${twin.pem}${root.pem}` })).toBe('GOOD');
});

test('who names the key of the anchor and does not have it is refused', async () => {
  const twin = await TestAuthority.create('Invented root');
  expect(await judge({ claimedIssuer: root }, {}, twin)).toBe('UNTRUSTED');
});

test('a CA below an anchor vouches where it is in the chain', async () => {
  expect(await judge({}, {}, below)).toBe('GOOD');
  const leaf = await below.leaf({ uris: [ID] });
  const alone = leaf.certificate.slice(0, leaf.certificate.indexOf('-----END CERTIFICATE-----') + 26);
  expect(await judge({}, { ...leaf, certificate: alone })).toBe('UNTRUSTED');
});
