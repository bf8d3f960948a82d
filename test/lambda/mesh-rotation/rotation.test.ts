import { X509Certificate } from 'node:crypto';
import * as fc from 'fast-check';
import { STEPS } from '../../../lambda/mesh-rotation/rotation';
import { createRevocation } from '../../../lambda/mesh-revocation/revocation';
import { checkCertificate, soleSpiffeId } from '../../../lambda/mesh/check-certificate';
import { MeshError } from '../../../lambda/mesh/mesh-error';
import { pinsOf } from '../../../lambda/mesh/pins';
import type { Fault } from '../../support/loopback-private-ca';
import { MeshOfTest, TEMPLATE_ARN, TRUST_DOMAIN } from '../../support/mesh-rotation';

jest.setTimeout(180_000);

/** Each run is some whole rotations over loopback; `SLOW=1` goes deeper. */
const RUNS = process.env['SLOW'] === '1' ? 100 : 5;

let mesh: MeshOfTest;
beforeEach(async () => {
  mesh = await MeshOfTest.start();
});
afterEach(() => mesh.stop());

const idOf = (service: string) => `spiffe://${TRUST_DOMAIN}/service/${service}`;
const failure = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'nothing failed',
    (error: unknown) => (error instanceof MeshError ? error.code : String(error)),
  );
const publishedPins = async (service: string) => pinsOf(await mesh.pins.read(), service);

/** Whether a peer would take what a service now holds: its certificate, and its key among the pins. */
async function isUsable(arn: string, service: string): Promise<boolean> {
  const identity = mesh.identity(arn);
  if (!identity) return false;
  const judged = checkCertificate({
    ...identity,
    anchors: mesh.ca.root.pem,
    spiffeId: idOf(service),
    now: Date.now(),
  });
  return typeof judged !== 'string' && (await publishedPins(service)).includes(identity.pin);
}

test('the first rotation makes a certificate of seven days with the SPIFFE id of the secret', async () => {
  const arn = mesh.service('inference');
  await mesh.rotation(arn);
  const { certificate } = mesh.current(arn);
  const leaf = new X509Certificate(certificate);
  expect(soleSpiffeId(leaf)).toBe('spiffe://phi.internal/service/inference');
  expect((Date.parse(leaf.validTo) - Date.now()) / 86_400_000).toBeCloseTo(7, 2);
  expect(mesh.ca.issued).toEqual([{ uris: [idOf('inference')], templateArn: TEMPLATE_ARN }]);
  expect(await isUsable(arn, 'inference')).toBe(true);
});

test('the key of a certificate was pinned since the rotation before, and the old one stays pinned for one more', async () => {
  const arn = mesh.service('inference');
  await mesh.rotation(arn);
  for (let turn = 0; turn < 4; turn += 1) {
    const before = mesh.current(arn);
    const known = await publishedPins('inference');
    await mesh.rotation(arn);
    const after = mesh.current(arn);
    expect(known).toContain(after.pin);
    expect(after.pin).toBe(before.nextPin);
    expect(await publishedPins('inference')).toEqual([before.pin, after.pin, after.nextPin]);
  }
});

test('the next key is pinned before the new certificate is used', async () => {
  const arn = mesh.service('inference');
  const token = mesh.secrets.beginRotation(arn);
  for (const Step of STEPS.slice(0, 2)) await mesh.rotate({ Step, SecretId: arn, ClientRequestToken: token });
  expect(mesh.identity(arn)).toBeUndefined();
  const pending = mesh.identity(arn, 'AWSPENDING');
  expect(await publishedPins('inference')).toEqual([pending?.pin, pending?.nextPin]);
});

test('every step may be run twice', async () => {
  const arn = mesh.service('inference');
  await mesh.rotation(arn);
  const token = mesh.secrets.beginRotation(arn);
  const outcomes = [];
  for (const Step of STEPS.flatMap((step) => [step, step])) {
    outcomes.push((await mesh.rotate({ Step, SecretId: arn, ClientRequestToken: token })).outcome);
    expect(await isUsable(arn, 'inference')).toBe(true);
  }
  expect(outcomes.at(-1)).toBe('ALREADY_CURRENT');
  expect(mesh.ca.issued).toHaveLength(2);
});

test('no field of an event changes which SPIFFE id is issued', async () => {
  const services = ['inference', 'ai-gateway', 'redaction'];
  const arns = services.map((service) => mesh.service(service));
  const words = fc.constantFrom(
    'spiffeId',
    'Service',
    'Identity',
    'TrustDomain',
    'Csr',
    'Name',
    'ARN',
    'RotationToken',
  );
  const values = fc.constantFrom(...services, ...services.map(idOf), ...arns, 'spiffe://phi.internal/admin');
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 2 }),
      fc.dictionary(words, fc.oneof(values, fc.record({ service: values }), fc.array(values))),
      async (chosen, extra) => {
        const [arn = '', service = ''] = [arns[chosen], services[chosen]];
        const issued = mesh.ca.issued.length;
        const token = mesh.secrets.beginRotation(arn);
        for (const Step of STEPS)
          await mesh.rotate({ ...extra, Step, SecretId: arn, ClientRequestToken: token });
        expect(mesh.ca.issued.slice(issued).map(({ uris }) => uris)).toEqual([[idOf(service)]]);
        expect(soleSpiffeId(new X509Certificate(mesh.current(arn).certificate))).toBe(idOf(service));
      },
    ),
    { numRuns: RUNS },
  );
});

test.each([
  ['the name of the secret', () => 'hipaa-ai-mesh/phi.internal/inference'],
  ['an ARN without its end', (arn: string) => arn.slice(0, -7)],
  ['a secret that is no identity', () => mesh.anchorsArn],
  ['the pins', () => mesh.pinsArn],
  ['an identity of another trust domain', () => mesh.service('inference', 'other.internal')],
  ['a path below a service', () => mesh.secrets.create('hipaa-ai-mesh/phi.internal/inference/admin', 'x')],
  ['a name that no service has', () => mesh.secrets.create('hipaa-ai-mesh/phi.internal/Inference', 'x')],
])('nothing is issued for %s', async (_, secretIdOf) => {
  const arn = mesh.service('inference');
  const SecretId = secretIdOf(arn);
  const token = mesh.secrets.beginRotation(SecretId);
  const step = mesh.rotate({ Step: 'createSecret', SecretId, ClientRequestToken: token });
  expect(await failure(step)).toBe('EVENT_REFUSED');
  expect(mesh.ca.issued).toEqual([]);
});

test.each([
  ['no step', { SecretId: 'x', ClientRequestToken: 'a'.repeat(32) }],
  ['a step that is none', { Step: 'issue', SecretId: 'x', ClientRequestToken: 'a'.repeat(32) }],
  ['a short token', { Step: 'createSecret', SecretId: 'x', ClientRequestToken: 'a' }],
  ['nothing', undefined],
])('%s is refused', async (_, event) => {
  expect(await failure(mesh.rotate(event))).toBe('EVENT_REFUSED');
});

test('a rotation that Secrets Manager did not begin is refused', async () => {
  const arn = mesh.service('inference');
  const event = { Step: 'createSecret', SecretId: arn, ClientRequestToken: 'a'.repeat(36) };
  expect(await failure(mesh.rotate(event))).toBe('EVENT_REFUSED');
});

test('finishing without the steps before it leaves the version in use', async () => {
  const arn = mesh.service('inference');
  await mesh.rotation(arn);
  const before = mesh.current(arn);
  const token = mesh.secrets.beginRotation(arn);
  const finish = mesh.rotate({ Step: 'finishSecret', SecretId: arn, ClientRequestToken: token });
  expect(await failure(finish)).toBe('CERTIFICATE_REFUSED');
  expect(mesh.current(arn)).toEqual(before);
});

test('a pending version that somebody tampered with does not become current', async () => {
  const [arn, other] = [mesh.service('inference'), mesh.service('billing')];
  await mesh.rotation(arn);
  await mesh.rotation(other);
  const before = mesh.current(arn);
  const token = mesh.secrets.beginRotation(arn);
  // another service's identity, put where this one's is awaited
  await mesh.rotate({ Step: 'setSecret', SecretId: arn, ClientRequestToken: token }).catch(() => undefined);
  const { PutSecretValueCommand } = await import('@aws-sdk/client-secrets-manager');
  await mesh.secrets.client().send(
    new PutSecretValueCommand({
      SecretId: arn,
      ClientRequestToken: token,
      SecretString: JSON.stringify(mesh.current(other)),
      VersionStages: ['AWSPENDING'],
    }),
  );
  const finish = mesh.rotate({ Step: 'finishSecret', SecretId: arn, ClientRequestToken: token });
  await expect(finish).rejects.toThrow('WRONG_IDENTITY');
  expect(mesh.current(arn)).toEqual(before);
});

test('whatever is throttled, lost or stopped between steps, there is a usable pair at every moment', async () => {
  const faults = fc.constantFrom<Fault | undefined>(
    undefined,
    undefined,
    'throttle',
    'lost-answer',
    'lost-question',
    'broken',
  );
  const arn = mesh.service('inference');
  await mesh.rotation(arn);
  await fc.assert(
    fc.asyncProperty(
      fc.array(faults, { minLength: 1, maxLength: 12 }),
      fc.array(faults, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (ofCa, ofSecrets, stopAfter) => {
        mesh.ca.faults = (_, count) => ofCa[count % ofCa.length];
        mesh.secrets.faults = (_, count) => ofSecrets[count % ofSecrets.length];
        const token = mesh.secrets.beginRotation(arn);
        for (const Step of STEPS.slice(0, stopAfter)) {
          const step = mesh.rotate({ Step, SecretId: arn, ClientRequestToken: token });
          const code = await failure(step);
          expect([
            'nothing failed',
            'AUTHORITY_FAILED',
            'SECRETS_FAILED',
            'CERTIFICATE_REFUSED',
            'CONFLICT',
          ]).toContain(code);
          mesh.ca.faults = mesh.secrets.faults = () => undefined;
          expect(await isUsable(arn, 'inference')).toBe(true);
          if (code !== 'nothing failed') break;
          mesh.ca.faults = (_, count) => ofCa[count % ofCa.length];
          mesh.secrets.faults = (_, count) => ofSecrets[count % ofSecrets.length];
        }
        mesh.ca.faults = mesh.secrets.faults = () => undefined;
        const known = await publishedPins('inference');
        // the next one goes through, with a key that peers were told of
        await mesh.rotation(arn);
        expect(await isUsable(arn, 'inference')).toBe(true);
        expect(known).toContain(mesh.current(arn).pin);
      },
    ),
    { numRuns: RUNS },
  );
});

test('two rotations at once end in one whole pair', async () => {
  const arn = mesh.service('inference');
  await mesh.rotation(arn);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), async (order) => {
      const tokens = [mesh.secrets.beginRotation(arn), mesh.secrets.beginRotation(arn)];
      const done = [0, 0];
      for (const first of order) {
        const who = first ? 0 : 1;
        const Step = STEPS[done[who] ?? 0];
        if (Step === undefined) continue;
        done[who] = (done[who] ?? 0) + 1;
        await failure(mesh.rotate({ Step, SecretId: arn, ClientRequestToken: tokens[who] }));
        expect(await isUsable(arn, 'inference')).toBe(true);
      }
      await mesh.rotation(arn);
      expect(await isUsable(arn, 'inference')).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test('the same rotation, run twice at once, ends in one whole pair', async () => {
  const arn = mesh.service('inference');
  await mesh.rotation(arn);
  const token = mesh.secrets.beginRotation(arn);
  for (const Step of STEPS) {
    const event = { Step, SecretId: arn, ClientRequestToken: token };
    await Promise.all([failure(mesh.rotate(event)), failure(mesh.rotate(event))]);
    expect(await isUsable(arn, 'inference')).toBe(true);
  }
  expect(mesh.identity(arn, 'AWSPENDING')).toEqual(mesh.current(arn));
});

test('rotations of many services do not undo the pins of one another', async () => {
  const services = ['a', 'b', 'c', 'd', 'e'].map((letter) => `service-${letter}`);
  const arns = services.map((service) => mesh.service(service));
  await Promise.all(arns.map((arn) => mesh.rotation(arn)));
  for (const [index, service] of services.entries())
    expect(await isUsable(arns[index] ?? '', service)).toBe(true);
});

describe('revocation', () => {
  const call = (request: unknown) => createRevocation(mesh.pins)(request);

  test('one call takes away the pins of a service, and nothing of the others', async () => {
    const [arn, other] = [mesh.service('inference'), mesh.service('billing')];
    await mesh.rotation(arn);
    await mesh.rotation(other);
    expect(await call({ action: 'revoke', service: 'inference' })).toEqual({
      service: 'inference',
      state: 'REVOKED',
    });
    expect(await publishedPins('inference')).toEqual([]);
    expect(await isUsable(other, 'billing')).toBe(true);
  });

  test('nothing is issued for it, and a rotation under way does not bring its pins back', async () => {
    const arn = mesh.service('inference');
    await mesh.rotation(arn);
    const token = mesh.secrets.beginRotation(arn);
    await mesh.rotate({ Step: 'createSecret', SecretId: arn, ClientRequestToken: token });
    await call({ action: 'revoke', service: 'inference' });
    for (const Step of ['setSecret', 'finishSecret'])
      expect(await failure(mesh.rotate({ Step, SecretId: arn, ClientRequestToken: token }))).toBe('REVOKED');
    const issued = mesh.ca.issued.length;
    expect(await failure(mesh.rotation(arn))).toBe('REVOKED');
    expect(mesh.ca.issued).toHaveLength(issued);
    expect(await publishedPins('inference')).toEqual([]);
  });

  test('a service that is let in again gets keys that nobody has seen, and its old ones stay without a pin', async () => {
    const arn = mesh.service('inference');
    await mesh.rotation(arn);
    const old = mesh.current(arn);
    await call({ action: 'revoke', service: 'inference' });
    await call({ action: 'readmit', service: 'inference' });
    await mesh.rotation(arn);
    const { pin, nextPin } = mesh.current(arn);
    expect(await publishedPins('inference')).toEqual([pin, nextPin]);
    expect([pin, nextPin]).not.toContain(old.pin);
    expect([pin, nextPin]).not.toContain(old.nextPin);
  });

  test('letting in what was not revoked changes nothing', async () => {
    const arn = mesh.service('inference');
    await mesh.rotation(arn);
    await call({ action: 'readmit', service: 'inference' });
    expect(await isUsable(arn, 'inference')).toBe(true);
  });

  test.each([
    [{ action: 'revoke' }],
    [{ action: 'revoke', service: 'Inference' }],
    [{ action: 'forget', service: 'inference' }],
    [{ action: 'revoke', service: 'inference', pins: [] }],
  ])('%j is refused', async (request) => {
    expect(await failure(call(request))).toBe('EVENT_REFUSED');
  });

  test.each(['revoke', 'readmit'])(
    '%s of a service that nobody knows is refused, and not called done',
    async (action) => {
      await mesh.rotation(mesh.service('inference'));
      expect(await failure(call({ action, service: 'inferense' }))).toBe('EVENT_REFUSED');
      expect(await publishedPins('inference')).toHaveLength(2);
    },
  );

  test('it holds against writers of other pins at the same moment', async () => {
    const [arn, other] = [mesh.service('inference'), mesh.service('billing')];
    await mesh.rotation(arn);
    await Promise.all([
      call({ action: 'revoke', service: 'inference' }),
      mesh.rotation(other),
      failure(mesh.rotation(arn)),
    ]);
    expect(await publishedPins('inference')).toEqual([]);
    expect(await isUsable(other, 'billing')).toBe(true);
  });
});

test('no error tells what a service said', async () => {
  const arn = mesh.service('inference');
  mesh.ca.faults = () => 'throttle';
  await expect(mesh.rotation(arn)).rejects.toThrow(
    /^AUTHORITY_FAILED: acm-pca:IssueCertificate failed \(ThrottlingException\)$/u,
  );
});
