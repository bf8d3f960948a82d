import { Aws } from 'aws-cdk-lib';
import type { Settings } from './settings';

/** ARNs of the approved models in the environment's Region. A foundation model belongs to no account. */
export function modelArns(settings: Settings): readonly string[] {
  return settings.bedrock.models.map(
    (model) => `arn:${Aws.PARTITION}:bedrock:${settings.region}::foundation-model/${model}`,
  );
}
