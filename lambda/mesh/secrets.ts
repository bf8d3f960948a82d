import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  ResourceNotFoundException,
  UpdateSecretVersionStageCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { MeshError, nameOf } from './mesh-error';

/** Milliseconds for one call with its attempts. */
const CALL_DEADLINE_MS = 10_000;

/** Settings for `new SecretsManagerClient`: by default the SDK waits without end. */
export const SECRETS_CLIENT_SETTINGS = {
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
} as const;

export const CURRENT = 'AWSCURRENT';
export const PENDING = 'AWSPENDING';

export interface SecretVersion {
  readonly versionId: string;
  readonly text: string;
}

export interface SecretDescription {
  readonly arn: string;
  readonly rotates: boolean;
  /** Labels by version. */
  readonly versions: ReadonlyMap<string, readonly string[]>;
}

/** The calls of Secrets Manager that a mesh makes. Every method throws MeshError SECRETS_FAILED. */
export interface Secrets {
  readonly describe: (secretId: string) => Promise<SecretDescription>;
  /** Undefined where there is no such version. */
  readonly read: (secretId: string, stage: string, versionId?: string) => Promise<SecretVersion | undefined>;
  /** False when the version is there with another text: somebody was faster. */
  readonly put: (secretId: string, versionId: string, stage: string, text: string) => Promise<boolean>;
  /** Moves a label from one version to another; false when it is on neither of them. */
  readonly move: (secretId: string, stage: string, from: string, to: string) => Promise<boolean>;
}

export function createSecrets(client: Pick<SecretsManagerClient, 'send'>): Secrets {
  const describe: Secrets['describe'] = async (SecretId) => {
    const { ARN, RotationEnabled, VersionIdsToStages } = await call('DescribeSecret', (options) =>
      client.send(new DescribeSecretCommand({ SecretId }), options),
    );
    return {
      arn: ARN ?? '',
      rotates: RotationEnabled === true,
      versions: new Map(Object.entries(VersionIdsToStages ?? {})),
    };
  };
  return {
    describe,
    read: async (SecretId, VersionStage, VersionId) => {
      const answer = await call(
        'GetSecretValue',
        (options) =>
          client.send(
            new GetSecretValueCommand({ SecretId, VersionStage, ...(VersionId && { VersionId }) }),
            options,
          ),
        (error) => error instanceof ResourceNotFoundException,
      );
      return answer?.SecretString === undefined
        ? undefined
        : { versionId: answer.VersionId ?? '', text: answer.SecretString };
    },
    put: async (SecretId, ClientRequestToken, stage, SecretString) => {
      const answer = await call(
        'PutSecretValue',
        (options) =>
          client.send(
            new PutSecretValueCommand({
              SecretId,
              ClientRequestToken,
              SecretString,
              VersionStages: [stage],
            }),
            options,
          ),
        (error) => error instanceof ResourceExistsException,
      );
      return answer !== undefined;
    },
    move: async (SecretId, VersionStage, RemoveFromVersionId, MoveToVersionId) => {
      const answer = await call(
        'UpdateSecretVersionStage',
        (options) =>
          client.send(
            new UpdateSecretVersionStageCommand({
              SecretId,
              VersionStage,
              RemoveFromVersionId,
              MoveToVersionId,
            }),
            options,
          ),
        (error) => nameOf(error) === 'InvalidParameterException',
      );
      if (answer) return true;
      // an answer that was lost, and asked for again, is refused: what counts is where the label is
      const { versions } = await describe(SecretId);
      return versions.get(MoveToVersionId)?.includes(VersionStage) === true;
    },
  };
}

type Options = { readonly abortSignal: AbortSignal };

async function call<Answer>(operation: string, send: (options: Options) => Promise<Answer>): Promise<Answer>;
async function call<Answer>(
  operation: string,
  send: (options: Options) => Promise<Answer>,
  isExpected: (error: unknown) => boolean,
): Promise<Answer | undefined>;
async function call<Answer>(
  operation: string,
  send: (options: Options) => Promise<Answer>,
  isExpected?: (error: unknown) => boolean,
): Promise<Answer | undefined> {
  try {
    return await send({ abortSignal: AbortSignal.timeout(CALL_DEADLINE_MS) });
  } catch (error) {
    if (isExpected?.(error)) return undefined;
    throw new MeshError('SECRETS_FAILED', `secretsmanager:${operation} failed (${nameOf(error)})`);
  }
}
