import { Aws } from 'aws-cdk-lib';
import type { ApprovedModel } from './approved-model';

/** In which partition, and whose: a profile belongs to the account that calls it, a foundation model to none. */
export interface Whose {
  readonly partition: string;
  readonly account: string;
}

/** Where the statements of a stack deploy. */
export const HERE: Whose = { partition: Aws.PARTITION, account: Aws.ACCOUNT_ID };

/** Regions in which a model may answer. A call through a profile is authorized for the model in each of them. */
export function answeringRegions({ regions, inferenceProfile }: ApprovedModel): readonly string[] {
  return [...new Set([...regions, ...(inferenceProfile?.destinationRegions ?? [])])];
}

/** ARNs of the foundation model, one for each Region in which it may answer. */
export function foundationModelArns(model: ApprovedModel, { partition }: Whose): readonly string[] {
  return answeringRegions(model).map(
    (region) => `arn:${partition}:bedrock:${region}::foundation-model/${model.modelId}`,
  );
}

/** ARNs of the profile through which it is called, one for each Region of a call; none for a model called by itself. */
export function profileArns({ regions, inferenceProfile }: ApprovedModel, whose: Whose): readonly string[] {
  if (!inferenceProfile) return [];
  return regions.map(
    (region) =>
      `arn:${whose.partition}:bedrock:${region}:${whose.account}:inference-profile/${inferenceProfile.id}`,
  );
}

/** Application inference profiles of an account where the stack is: whatever is behind one is authorized as well. */
export function applicationProfiles({ partition, account }: Whose): string {
  return `arn:${partition}:bedrock:${Aws.REGION}:${account}:application-inference-profile/*`;
}

/** The partition of a Region, for policies that cannot hold a pseudo parameter. */
export function partitionOf(region: string): string {
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.startsWith('cn-') ? 'aws-cn' : 'aws';
}
