import { aws_iam as iam } from 'aws-cdk-lib';
import type { ApprovedModel } from './approved-model';
import { INVOKE_ACTIONS } from './invoke-actions';
import { foundationModelArns, profileArns, type Whose } from './model-arns';

type Equal = Readonly<Record<string, string | readonly string[]>>;

/**
 * An Allow for models by themselves, one for profiles, and one for the models behind a profile through it alone.
 * @param suffix of the statements' ids
 */
export function allowModels(
  models: readonly ApprovedModel[],
  whose: Whose,
  conditions: Equal,
  suffix = '',
): readonly iam.PolicyStatement[] {
  const alone = models.filter(({ inferenceProfile }) => !inferenceProfile);
  const profiled = models.filter(({ inferenceProfile }) => inferenceProfile);
  const profiles = profiled.flatMap((model) => profileArns(model, whose));
  const arnsOf = (some: readonly ApprovedModel[]) =>
    some.flatMap((model) => foundationModelArns(model, whose));
  return [
    ...allow(`InvokeApprovedModels${suffix}`, arnsOf(alone), conditions),
    ...allow(`InvokeApprovedProfiles${suffix}`, profiles, conditions),
    // without the key a model of another Region could be called there, past the profile and its count
    ...allow(`InvokeModelsThroughProfiles${suffix}`, arnsOf(profiled), {
      ...conditions,
      'bedrock:InferenceProfileArn': profiles,
    }),
  ];
}

/**
 * An Allow for the models behind application profiles, through these alone. Where a model is called through a profile of Bedrock's,
 * that one is asked about too, and may be the one that the condition sees: no document says which of the two it is. By itself it
 * stays closed, as on it the condition asks for ours.
 */
export function allowModelThrough(
  model: ApprovedModel,
  applicationProfileArns: readonly string[],
  whose: Whose,
  { conditions, sid }: { readonly conditions: Equal; readonly sid: string },
): readonly iam.PolicyStatement[] {
  const profiles = profileArns(model, whose);
  const through = (arns: readonly string[]) => ({ ...conditions, 'bedrock:InferenceProfileArn': arns });
  return [
    ...allow(sid, foundationModelArns(model, whose), through([...applicationProfileArns, ...profiles])),
    ...allow(`${sid}AndItsProfile`, profiles, through(applicationProfileArns)),
  ];
}

function allow(sid: string, resources: readonly string[], equal: Equal): readonly iam.PolicyStatement[] {
  if (resources.length === 0) return [];
  return [
    new iam.PolicyStatement({
      sid,
      actions: [...INVOKE_ACTIONS],
      resources: [...resources],
      ...(Object.keys(equal).length > 0 ? { conditions: { StringEquals: equal } } : {}),
    }),
  ];
}
