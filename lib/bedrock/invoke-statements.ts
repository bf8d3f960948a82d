import { Aws, aws_iam as iam } from 'aws-cdk-lib';
import type { ApprovedModel } from './approved-model';
import { INVOKE_ACTIONS } from './invoke-actions';
import { foundationModelArns, profileArns, type Whose } from './model-arns';

/** Where the statements of a stack deploy. */
export const HERE: Whose = { partition: Aws.PARTITION, account: Aws.ACCOUNT_ID };

/**
 * What a caller of models is allowed: models by themselves, profiles, and the models behind a profile through it alone.
 * @param conditions must hold for each call
 */
export function invokeStatements(
  models: readonly ApprovedModel[],
  conditions: Readonly<Record<string, string>>,
): readonly iam.PolicyStatement[] {
  const alone = models.filter(({ inferenceProfile }) => !inferenceProfile);
  const profiled = models.filter(({ inferenceProfile }) => inferenceProfile);
  const profiles = profiled.flatMap((model) => profileArns(model, HERE));
  return [
    ...allow(
      'InvokeApprovedModels',
      alone.flatMap((model) => foundationModelArns(model, HERE)),
      conditions,
    ),
    ...allow('InvokeApprovedProfiles', profiles, conditions),
    // without the key a model of another Region could be called there, past the profile and its count
    ...allow(
      'InvokeModelsThroughProfiles',
      profiled.flatMap((model) => foundationModelArns(model, HERE)),
      { ...conditions, 'bedrock:InferenceProfileArn': profiles },
    ),
  ];
}

function allow(
  sid: string,
  resources: readonly string[],
  equal: Readonly<Record<string, unknown>>,
): readonly iam.PolicyStatement[] {
  if (resources.length === 0) return [];
  return [
    new iam.PolicyStatement({
      sid,
      actions: [...INVOKE_ACTIONS],
      resources: [...resources],
      ...(Object.keys(equal).length === 0 ? {} : { conditions: { StringEquals: equal } }),
    }),
  ];
}
