import { randomUUID } from 'node:crypto';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Fault } from './loopback-private-ca';
import { LoopbackService, type ServiceAnswer, type ServiceRequest } from './loopback-service';

interface Version {
  text: string | undefined;
  readonly labels: Set<string>;
}

interface Secret {
  readonly arn: string;
  readonly name: string;
  readonly versions: Map<string, Version>;
}

interface Input {
  readonly SecretId: string;
  readonly VersionId?: string;
  readonly VersionStage?: string;
  readonly ClientRequestToken?: string;
  readonly SecretString?: string;
  readonly VersionStages?: readonly string[];
  readonly RemoveFromVersionId?: string;
  readonly MoveToVersionId?: string;
}

/**
 * Secrets Manager's versions and labels as its API reference describes them, over loopback. A label is on one version at most, and
 * moves only off the version that is named; AWSPREVIOUS follows AWSCURRENT. It is not AWS.
 */
export class LoopbackSecrets {
  faults: (operation: string, count: number) => Fault | undefined = () => undefined;
  /** Called before each operation takes effect: somebody else may come in between. */
  before: (operation: string) => void = () => undefined;
  readonly #secrets: Secret[] = [];
  #service: LoopbackService | undefined;
  #calls = 0;

  static async start(): Promise<LoopbackSecrets> {
    const secrets = new LoopbackSecrets();
    secrets.#service = await LoopbackService.start('http1', (request) => secrets.#respond(request));
    return secrets;
  }

  get endpoint(): string {
    return this.#service?.endpoint ?? '';
  }

  async stop(): Promise<void> {
    await this.#service?.stop();
  }

  /** The client of the SDK, with pauses between its attempts that a test can wait for. */
  client(): SecretsManagerClient {
    return new SecretsManagerClient({
      endpoint: this.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 3,
    });
  }

  create(name: string, text?: string, suffix = 'AbCdEf'): string {
    const arn = `arn:aws:secretsmanager:us-east-1:111122223333:secret:${name}-${suffix}`;
    const versions = new Map<string, Version>();
    if (text !== undefined) versions.set(randomUUID(), { text, labels: new Set(['AWSCURRENT']) });
    this.#secrets.push({ arn, name, versions });
    return arn;
  }

  /** As RotateSecret does: a version without a text, labelled AWSPENDING. */
  beginRotation(arn: string): string {
    const secret = this.#find(arn);
    const token = randomUUID();
    for (const { labels } of secret?.versions.values() ?? []) labels.delete('AWSPENDING');
    secret?.versions.set(token, { text: undefined, labels: new Set(['AWSPENDING']) });
    return token;
  }

  text(arn: string, label = 'AWSCURRENT'): string | undefined {
    return this.#labelled(this.#find(arn), label)?.[1].text;
  }

  /** Puts a text in the place of the current one, as somebody with a console may. */
  overwrite(arn: string, text: string): void {
    const secret = this.#find(arn);
    if (!secret) return;
    const id = randomUUID();
    secret.versions.set(id, { text, labels: new Set() });
    this.#move(secret, 'AWSCURRENT', id);
  }

  versionCount(arn: string): number {
    return this.#find(arn)?.versions.size ?? 0;
  }

  #find(id: string): Secret | undefined {
    return this.#secrets.find(
      ({ arn, name }) => id === arn || id === name || arn.slice(0, -'-AbCdEf'.length) === id,
    );
  }

  #labelled(secret: Secret | undefined, label: string): [string, Version] | undefined {
    return [...(secret?.versions ?? [])].find(([, { labels }]) => labels.has(label));
  }

  #respond({ target = '', body }: ServiceRequest): ServiceAnswer {
    const operation = target.replace('secretsmanager.', '');
    this.#calls += 1;
    const fault = this.faults(operation, this.#calls);
    if (fault === 'throttle') return refusal('ThrottlingException');
    if (fault === 'broken') return { status: 500, body: { __type: 'InternalServiceError' } };
    if (fault === 'lost-question') return 'hang-up';
    this.before(operation);
    const answer = this.#answer(operation, body as Input);
    return fault === 'lost-answer' ? 'hang-up' : answer;
  }

  #answer(operation: string, input: Input): ServiceAnswer {
    const secret = this.#find(input.SecretId);
    if (!secret) return refusal('ResourceNotFoundException');
    switch (operation) {
      case 'DescribeSecret': {
        const VersionIdsToStages = Object.fromEntries(
          [...secret.versions].map(([id, { labels }]) => [id, [...labels]]),
        );
        return {
          body: { ARN: secret.arn, Name: secret.name, RotationEnabled: true, VersionIdsToStages },
        };
      }
      case 'GetSecretValue':
        return this.#get(secret, input);
      case 'PutSecretValue':
        return this.#put(secret, input);
      case 'UpdateSecretVersionStage':
        return this.#update(secret, input);
      default:
        return refusal('InvalidRequestException');
    }
  }

  #get(secret: Secret, { VersionId, VersionStage = 'AWSCURRENT' }: Input): ServiceAnswer {
    const [id, version] = this.#labelled(secret, VersionStage) ?? [];
    if (version?.text === undefined || (VersionId !== undefined && VersionId !== id))
      return refusal('ResourceNotFoundException');
    return {
      body: {
        ARN: secret.arn,
        Name: secret.name,
        SecretString: version.text,
        VersionId: id,
        VersionStages: [...version.labels],
      },
    };
  }

  #put(secret: Secret, input: Input): ServiceAnswer {
    const { ClientRequestToken: id = randomUUID(), SecretString: text, VersionStages = [] } = input;
    const there = secret.versions.get(id);
    if (there?.text !== undefined && there.text !== text) return refusal('ResourceExistsException');
    const version = there ?? { text, labels: new Set<string>() };
    version.text = text;
    secret.versions.set(id, version);
    for (const label of VersionStages) this.#move(secret, label, id);
    return { body: { ARN: secret.arn, VersionId: id } };
  }

  #update(secret: Secret, input: Input): ServiceAnswer {
    const { VersionStage: label = '', RemoveFromVersionId: from, MoveToVersionId: to = '' } = input;
    const [holder] = this.#labelled(secret, label) ?? [];
    if (!secret.versions.has(to)) return refusal('ResourceNotFoundException');
    if (holder !== undefined && holder !== from) return refusal('InvalidParameterException');
    this.#move(secret, label, to);
    return { body: { ARN: secret.arn } };
  }

  #move(secret: Secret, label: string, to: string): void {
    const [from, holder] = this.#labelled(secret, label) ?? [];
    if (from === to) return;
    holder?.labels.delete(label);
    secret.versions.get(to)?.labels.add(label);
    if (label === 'AWSCURRENT' && from !== undefined) this.#move(secret, 'AWSPREVIOUS', from);
  }
}

function refusal(type: string): ServiceAnswer {
  return { status: 400, body: { __type: type, message: 'arn:aws:iam::111122223333:role/somebody' } };
}
