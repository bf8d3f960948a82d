import { isObject, own, type Json, type JsonObject } from '../../template/json';
import type { Resource } from '../../template/resource';
import { perAssembly } from '../cloudformation/per-assembly';

const CALL = 'putmodelinvocationloggingconfiguration';
/** Custom types that say in their name what they do, e.g. `Custom::BedrockInvocationLogging`. */
const NAME = /invocation-?logg|bedrock-?logg/iu;

/**
 * Custom resources that switch on the log of model invocations; CloudFormation has no type for it.
 * Source: Bedrock user guide, "Monitor model invocation using CloudWatch Logs and Amazon S3".
 */
export const invocationLoggers = perAssembly((assembly): readonly Resource[] =>
  assembly.templates.flatMap(({ resources }) => resources).filter(isInvocationLogger),
);

function isInvocationLogger({ type, definition }: Resource): boolean {
  if (!type.startsWith('Custom::') && type !== 'AWS::CloudFormation::CustomResource') return false;
  return (
    NAME.test(type) ||
    JSON.stringify(own(definition, 'Properties') ?? null)
      .toLowerCase()
      .includes(CALL)
  );
}

/** What a call of an AWS custom resource passes as `loggingConfig`, when its text can be read. */
export function loggingConfigOf(call: string): JsonObject | undefined {
  let value: Json;
  try {
    value = JSON.parse(call) as Json;
  } catch {
    return undefined;
  }
  const action = isObject(value) ? own(value, 'action') : undefined;
  const parameters = isObject(value) ? own(value, 'parameters') : undefined;
  const config = isObject(parameters) ? own(parameters, 'loggingConfig') : undefined;
  return typeof action === 'string' && action.toLowerCase().startsWith(CALL) && isObject(config)
    ? config
    : undefined;
}
