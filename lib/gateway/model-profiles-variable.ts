import { Aws, Fn, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ModelProfiles } from '../contract/model-profiles';
import { ConfigurationError } from '../errors';
import type { UseCase } from './use-case';

/** Bytes of the 4,096 of all variables that are left for profiles: names and ARNs of the other parts, and doors, take the rest. */
export const MOST_PROFILE_BYTES = 2_048;
/** Bytes of an ARN up to its id, and of an id, with its quotes and comma: Bedrock gives twelve characters. */
const ARN_BYTES = 110;
const ID_BYTES = 23;

/**
 * The profiles of use cases as one environment variable: it is set with the code, costs no call, and the gateway needs no other
 * endpoint and no right to read it, as it would for a parameter.
 * @throws ConfigurationError `ModelProfiles` that are not one for each model of each use case, or too many for a variable
 */
export function modelProfilesVariable(
  scope: Construct,
  useCases: readonly Pick<UseCase, 'manifest'>[],
  arns: Readonly<Record<string, readonly string[]>>,
): string {
  const refuse = (message: string) => new ConfigurationError(scope, 'ModelProfiles', message);
  const odd = useCases.find(({ manifest }) => arns[manifest.id]?.length !== manifest.models.length)?.manifest;
  if (odd)
    throw refuse(
      `use case '${odd.id}' has ${odd.models.length} models and ${arns[odd.id]?.length ?? 0} profiles; give one for each, as UseCaseProfiles makes them`,
    );
  const known = new Set(useCases.map(({ manifest }) => manifest.id));
  const other = Object.keys(arns).find((id) => !known.has(id));
  if (other !== undefined)
    throw refuse(`'${other}' has profiles and is no use case of the gateway; leave it out`);
  const bytes = useCases.reduce(
    (sum, { manifest: { id, models } }) => sum + `"${id}":[],`.length + models.length * ID_BYTES,
    ARN_BYTES,
  );
  if (bytes > MOST_PROFILE_BYTES)
    throw refuse(
      `profiles of ${useCases.length} use cases take about ${bytes} bytes of the function's variables, and ${MOST_PROFILE_BYTES} are left for them; divide the use cases among gateways, or give no profiles`,
    );
  const value: ModelProfiles = {
    arn: `arn:${Aws.PARTITION}:bedrock:${Aws.REGION}:${Aws.ACCOUNT_ID}:application-inference-profile/`,
    ids: Object.fromEntries(
      Object.entries(arns).map(([id, own]) => [id, own.map((arn) => Fn.select(1, Fn.split('/', arn)))]),
    ),
  };
  return Stack.of(scope).toJsonString(value);
}
