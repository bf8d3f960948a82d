import { createHash } from 'node:crypto';
import { aws_iam as iam } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PromptClass } from '../contract/data-class';
import { INVOKE_ACTIONS } from './invoke-actions';
import type { ModelAccess } from './model-access';
import { HERE } from './model-arns';
import { allowModelThrough } from './model-statements';
import { UseCaseProfile } from './use-case-profile';

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
 * @throws ConfigurationError as `UseCaseProfile`
 */
export class UseCaseProfiles extends Construct {
  readonly profiles: readonly UseCaseProfile[];
  /** By use case, in the order of its models; what `AiGateway` takes as `modelProfiles`. */
  readonly arns: Readonly<Record<string, readonly string[]>>;

  constructor(scope: Construct, id: string, { useCases, access }: UseCaseProfilesProps) {
    super(scope, id);
    const made = useCases.map(({ manifest, modelIds }) => {
      const profiles = modelIds.map((modelId) => this.#make(manifest, modelId, access));
      return [manifest.id, profiles] as const;
    });
    this.profiles = made.flatMap(([, profiles]) => profiles);
    this.arns = Object.fromEntries(made.map(([useCase, profiles]) => [useCase, profiles.map(arnOf)]));
  }

  /**
   * What a caller is allowed: these profiles, and the models behind them through these alone.
   * @param conditions must hold for each call, such as `aws:SourceVpce` and `bedrock:GuardrailIdentifier`
   */
  invokeStatements(conditions: Readonly<Record<string, string>>): readonly iam.PolicyStatement[] {
    const models = [...new Set(this.profiles.map(({ model }) => model))];
    return [
      new iam.PolicyStatement({
        sid: 'InvokeUseCases',
        actions: [...INVOKE_ACTIONS],
        resources: this.profiles.map(arnOf),
        conditions: { StringEquals: conditions },
      }),
      ...models.flatMap((model, at) => {
        const own = this.profiles.filter((each) => each.model === model).map(arnOf);
        return allowModelThrough(model, own, HERE, { conditions, sid: `InvokeModel${at + 1}OfUseCases` });
      }),
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
