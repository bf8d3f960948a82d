import { isObject, own, type Json, type JsonObject } from '../../template/json';
import type { Assembly } from '../../template/assembly';
import type { Resource } from '../../template/resource';
import { perAssembly } from '../cloudformation/per-assembly';

/** A setting of the account that CloudFormation has no type for: a custom resource must make the call. */
export class AccountSetting {
  /** Custom resources of an assembly that make the call. */
  readonly setters: (assembly: Assembly) => readonly Resource[];

  /**
   * @param call in lower case
   * @param name of custom types that say what they do, e.g. `Custom::BedrockInvocationLogging`
   */
  constructor(
    private readonly call: string,
    private readonly name: RegExp,
  ) {
    this.setters = perAssembly((assembly) =>
      assembly.templates.flatMap(({ resources }) => resources).filter((each) => this.isSetter(each)),
    );
  }

  /** What a call of an AWS custom resource passes, when it is this call and its text can be read. */
  parametersIn(text: string): JsonObject | undefined {
    let value: Json;
    try {
      value = JSON.parse(text) as Json;
    } catch {
      return undefined;
    }
    const action = isObject(value) ? own(value, 'action') : undefined;
    const parameters = isObject(value) ? own(value, 'parameters') : undefined;
    return typeof action === 'string' && action.toLowerCase().startsWith(this.call) && isObject(parameters)
      ? parameters
      : undefined;
  }

  private isSetter({ type, definition }: Resource): boolean {
    if (!type.startsWith('Custom::') && type !== 'AWS::CloudFormation::CustomResource') return false;
    const properties = JSON.stringify(own(definition, 'Properties') ?? null);
    return this.name.test(type) || properties.toLowerCase().includes(this.call);
  }
}

/** Source: Bedrock user guide, "Monitor model invocation using CloudWatch Logs and Amazon S3". */
export const invocationLog = new AccountSetting(
  'putmodelinvocationloggingconfiguration',
  /invocation-?logg|bedrock-?logg/iu,
);

/** Source: Bedrock API reference, PutAccountDataRetention; user guide, "Data retention". */
export const dataRetentionMode = new AccountSetting('putaccountdataretention', /bedrock.{0,20}retention/iu);
