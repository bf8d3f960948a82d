import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { checkCertificate } from '../mesh/check-certificate';
import { parseIdentity, type Identity } from '../mesh/identity';
import { MeshError } from '../mesh/mesh-error';
import { isRevoked, pinsOf, publish } from '../mesh/pins';
import type { PinStore } from '../mesh/pin-store';
import { CURRENT, PENDING, type Secrets } from '../mesh/secrets';
import { identityOfSecret, type ServiceIdentity } from '../mesh/service-identity';
import { pinOfPrivateKey, spkiPin } from '../mesh/spki-pin';
import type { CertificateAuthority } from './certificate-authority';

export const STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;
export type Step = (typeof STEPS)[number];

/** What Secrets Manager sends. Whatever else an event holds is not looked at. */
const eventSchema = z.object({
  Step: z.enum(STEPS),
  SecretId: z.string(),
  ClientRequestToken: z.string().min(32).max(64),
});

export interface RotationProps {
  readonly secrets: Secrets;
  readonly pins: PinStore;
  readonly authority: CertificateAuthority;
  readonly anchorsSecretArn: string;
  readonly trustDomain: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface Rotated {
  readonly step: Step;
  readonly service: string;
  readonly outcome: 'DONE' | 'ALREADY_CURRENT';
}

interface Turn {
  readonly secretArn: string;
  readonly token: string;
  readonly identity: ServiceIdentity;
  readonly currentVersion: string | undefined;
}

/**
 * The four steps of a rotation. Each may be run twice, or stop anywhere: the version in use stays whole until the last call moves the
 * label, and peers know both keys by then.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html
 */
export function createRotation({ now = Date.now, ...props }: RotationProps) {
  const { secrets, pins, authority } = props;

  const currentOf = async ({ secretArn }: Turn): Promise<Identity | undefined> =>
    parseIdentity((await secrets.read(secretArn, CURRENT))?.text ?? '');

  async function pendingOf({ secretArn, token }: Turn): Promise<Identity> {
    const pending = parseIdentity((await secrets.read(secretArn, PENDING, token))?.text ?? '');
    if (!pending) throw new MeshError('CERTIFICATE_REFUSED', 'the pending version is no identity');
    return pending;
  }

  async function createSecret(turn: Turn): Promise<void> {
    const { secretArn, token, identity } = turn;
    if (await secrets.read(secretArn, PENDING, token)) return;
    const published = await pins.read();
    if (isRevoked(published, identity.service))
      throw new MeshError('REVOKED', 'the service was taken out of the mesh');
    const promised = promisedKey(await currentOf(turn), pinsOf(published, identity.service));
    const [key, next] = [promised ?? newKey(), newKey()];
    const made: Identity = {
      createdAt: new Date(now()).toISOString(),
      certificate: await authority.issue(identity, key),
      key: pemOf(key),
      pin: spkiPin(key),
      nextKey: pemOf(next),
      nextPin: spkiPin(next),
    };
    // refused when the same step, run twice at once, has put its own: that one goes on
    await secrets.put(secretArn, token, PENDING, JSON.stringify(made));
  }

  /** Peers learn the coming key while they still see the old one. */
  async function setSecret(turn: Turn): Promise<void> {
    const [current, pending] = [await currentOf(turn), await pendingOf(turn)];
    const { service } = turn.identity;
    await pins.update((published) => {
      // a key that was revoked is not pinned again
      const kept = pinsOf(published, service).filter((pin) => pin === current?.pin);
      return publish(published, service, [...kept, pending.pin, pending.nextPin]);
    });
  }

  async function testSecret(turn: Turn): Promise<void> {
    const pending = await pendingOf(turn);
    const anchors = (await secrets.read(props.anchorsSecretArn, CURRENT))?.text ?? '';
    const { certificate, key } = pending;
    const judged = checkCertificate({
      certificate,
      key,
      anchors,
      spiffeId: turn.identity.spiffeId,
      now: now(),
    });
    if (typeof judged === 'string')
      throw new MeshError('CERTIFICATE_REFUSED', `the new certificate is not fit for use (${judged})`);
    if (pinOfPrivateKey(key) !== pending.pin || pinOfPrivateKey(pending.nextKey) !== pending.nextPin)
      throw new MeshError('CERTIFICATE_REFUSED', 'a pin is not that of its key');
  }

  async function finishSecret(turn: Turn): Promise<void> {
    const { secretArn, token, currentVersion } = turn;
    // whoever calls this step may have left out the others, and another rotation may have published its own pins
    await testSecret(turn);
    await setSecret(turn);
    if (currentVersion === undefined)
      throw new MeshError('EVENT_REFUSED', 'the secret has no current version');
    if (await secrets.move(secretArn, CURRENT, currentVersion, token)) return;
    throw new MeshError('CONFLICT', 'another rotation of the secret was faster');
  }

  const steps: Readonly<Record<Step, (turn: Turn) => Promise<void>>> = {
    createSecret,
    setSecret,
    testSecret,
    finishSecret,
  };

  return async (event: unknown): Promise<Rotated> => {
    const { success, data } = eventSchema.safeParse(event);
    if (!success) throw new MeshError('EVENT_REFUSED', 'this is no step of a rotation');
    const { Step: step, SecretId, ClientRequestToken: token } = data;
    const { arn, rotates, versions } = await secrets.describe(SecretId);
    // an event may name a secret in other ways; what counts is how Secrets Manager names it
    if (arn !== SecretId) throw new MeshError('EVENT_REFUSED', 'the secret is not named by its ARN');
    const identity = identityOfSecret(arn);
    if (identity.trustDomain !== props.trustDomain)
      throw new MeshError('EVENT_REFUSED', 'the secret is of another trust domain');
    const labels = versions.get(token) ?? [];
    if (labels.includes(CURRENT)) return { step, service: identity.service, outcome: 'ALREADY_CURRENT' };
    if (!rotates || !labels.includes(PENDING))
      throw new MeshError('EVENT_REFUSED', 'Secrets Manager did not begin this rotation');
    const [currentVersion] = [...versions].find(([, each]) => each.includes(CURRENT)) ?? [];
    await steps[step]({ secretArn: arn, token, identity, currentVersion });
    return { step, service: identity.service, outcome: 'DONE' };
  };
}

/** The key that peers were told of, if they still were: after a revocation a new one is made. */
function promisedKey(current: Identity | undefined, published: readonly string[]): KeyObject | undefined {
  if (!current || !published.includes(current.nextPin)) return undefined;
  return pinOfPrivateKey(current.nextKey) === current.nextPin ? createPrivateKey(current.nextKey) : undefined;
}

function newKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
