import { parseIdentity, type Identity } from './identity';
import { MeshError } from './mesh-error';
import { parsePins, type Pins } from './pins';
import { CURRENT, type Secrets } from './secrets';
import { identityOfSecret, type ServiceIdentity } from './service-identity';

export interface MembershipProps {
  readonly secrets: Pick<Secrets, 'read'>;
  readonly identitySecretArn: string;
  readonly anchorsSecretArn: string;
  readonly pinsSecretArn: string;
}

/** What a service has to have to take part: its own certificate and key, and what it knows of others. */
export interface Membership {
  readonly identity: Identity;
  /** PEM. */
  readonly anchors: string;
  readonly pins: Pins;
}

export interface MembershipSource {
  readonly self: ServiceIdentity;
  /** @throws MeshError SECRETS_FAILED */
  readonly read: () => Promise<Membership>;
}

/** @throws MeshError EVENT_REFUSED the secret is no identity */
export function createMembershipSource(props: MembershipProps): MembershipSource {
  const textOf = async (arn: string, what: string): Promise<string> => {
    const version = await props.secrets.read(arn, CURRENT);
    if (!version) throw new MeshError('SECRETS_FAILED', `there is no secret of ${what}`);
    return version.text;
  };
  return {
    self: identityOfSecret(props.identitySecretArn),
    read: async () => {
      const [own, anchors, pins] = await Promise.all([
        textOf(props.identitySecretArn, 'the identity'),
        textOf(props.anchorsSecretArn, 'the anchors'),
        textOf(props.pinsSecretArn, 'the pins'),
      ]);
      const identity = parseIdentity(own);
      if (!identity) throw new MeshError('SECRETS_FAILED', 'the secret holds no identity yet');
      return { identity, anchors, pins: parsePins(pins) };
    },
  };
}
