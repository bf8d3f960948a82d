import { createHash } from 'node:crypto';
import { aws_iam as iam } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PromptClass } from '../contract/data-class';
import { ConfigurationError } from '../errors';
import { INVOKE_ACTIONS } from './invoke-actions';
import type { ModelAccess } from './model-access';
import { applicationProfiles, foundationModelArns, HERE, profileArns } from './model-arns';
import { UseCaseProfile } from './use-case-profile';

/** IAM takes 6,144 characters of a policy: up to 100 name a profile, and the rest is for what a role is denied. */
export const MOST_PROFILES = 32;
/** Characters of a profile's name before what makes it unique. */
const NAMED = 51;
const DIGEST = 12;

/** A use case of the gateway; `UseCase` is one. */
export interface ProfiledUseCase {
  readonly manifest: { readonly id: string; readonly dataClass: PromptClass };
  /** Ids of its models, in the order of the manifest. */
  readonly modelIds: readonly string[];
}

export interface UseCaseProfilesProps {
  readonly useCases: readonly ProfiledUseCase[];
  readonly access: ModelAccess;
}

/**
 * An application inference profile for each model of each use case of a gateway, its fall-back included: what a use case costs is told
 * by the tag `hipaa-ai:use-case`, and CloudTrail and the invocation log name the profile that a call went through.
 * Supports 45 CFR 164.312(b) and 164.502(b).
 * @throws ConfigurationError `UseCaseProfiles`: more than 32; and as `UseCaseProfile`
 */
export class UseCaseProfiles extends Construct {
  readonly profiles: readonly UseCaseProfile[];
  /** By use case, in the order of its models; what `AiGateway` takes as `modelProfiles`. */
  readonly arns: Readonly<Record<string, readonly string[]>>;

  constructor(scope: Construct, id: string, { useCases, access }: UseCaseProfilesProps) {
    super(scope, id);
    const count = useCases.reduce((sum, { modelIds }) => sum + modelIds.length, 0);
    if (count > MOST_PROFILES)
      throw new ConfigurationError(
        this,
        'UseCaseProfiles',
        `${useCases.length} use cases on their models take ${count} profiles, and the policies of one role name ${MOST_PROFILES}; divide them among gateways, or call models by their ids`,
      );
    const made = useCases.map(({ manifest, modelIds }) => {
      const profiles = modelIds.map((modelId) => this.#make(manifest, modelId, access));
      return [manifest.id, profiles] as const;
    });
    this.profiles = made.flatMap(([, profiles]) => profiles);
    this.arns = Object.fromEntries(made.map(([useCase, profiles]) => [useCase, profiles.map(arnOf)]));
  }

  /**
   * What a caller is allowed: these profiles, and the models behind them through a profile alone. On the models the condition names
   * every profile of the account, as the call is authorized on its own profile as well, and each list is a part of what IAM takes.
   * @param conditions must hold for each call, such as `aws:SourceVpce` and `bedrock:GuardrailIdentifier`
   */
  invokeStatements(conditions: Readonly<Record<string, string>>): readonly iam.PolicyStatement[] {
    const models = [...new Set(this.profiles.map(({ model }) => model))];
    const geographic = models.flatMap((model) => profileArns(model, HERE));
    const own = applicationProfiles(HERE);
    const allow = (sid: string, resources: readonly string[], through: readonly string[]) =>
      resources.length === 0
        ? []
        : [
            new iam.PolicyStatement({
              sid,
              actions: [...INVOKE_ACTIONS],
              resources: [...resources],
              conditions: {
                StringEquals: conditions,
                ...(through.length === 0 ? {} : { ArnLike: { 'bedrock:InferenceProfileArn': through } }),
              },
            }),
          ];
    return [
      ...allow('InvokeUseCases', this.profiles.map(arnOf), []),
      // which of two profiles the condition sees, `allowModelThrough` says
      ...allow(
        'InvokeModelsOfUseCases',
        models.flatMap((model) => foundationModelArns(model, HERE)),
        [own, ...geographic],
      ),
      ...allow('InvokeProfilesOfUseCases', geographic, [own]),
    ];
  }

  #make({ id: useCase, dataClass }: ProfiledUseCase['manifest'], modelId: string, access: ModelAccess) {
    const id = `${useCase}-${modelId.replaceAll(/[^a-zA-Z0-9.-]/gu, '-')}`;
    // another source makes another profile before the old one goes, under a name of its own
    const digest = createHash('sha256').update(`${this.node.path}/${useCase}/${modelId}`).digest('hex');
    const profileName = `${useCase.slice(0, NAMED).replace(/-$/u, '')}-${digest.slice(0, DIGEST)}`;
    return new UseCaseProfile(this, id, { useCase, access, modelId, dataClass, profileName });
  }
}

const arnOf = ({ profile }: UseCaseProfile): string => profile.attrInferenceProfileArn;
