import type { aws_bedrock as bedrock, aws_lambda as lambda } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../../errors';

/** What the agent fills in, from what the user said. */
export interface AgentParameter {
  readonly type: 'array' | 'boolean' | 'integer' | 'number' | 'string';
  readonly description: string;
  /** @default false - the agent may leave it out */
  readonly required?: boolean;
}

/** One thing an agent may have done. */
export interface AgentFunction {
  /** Letters, digits, `-` and `_`. */
  readonly name: string;
  readonly description: string;
  /** @default - it takes none */
  readonly parameters?: Readonly<Record<string, AgentParameter>>;
  /**
   * Why the agent does it without asking, such as that it only reads what the user may read anyway. The reason is in the
   * template.
   * @default - the user confirms each call
   */
  readonly unconfirmed?: { readonly reason: string };
}

/** What an agent may have done by one function of ours; never by its caller, and never by code it wrote. */
export interface AgentAction {
  /** Letters, digits, `-` and `_`; unique for the agent, and nothing of a patient: it is not under the customer's key. */
  readonly name: string;
  readonly description: string;
  /** Gets the agent's calls, and decides itself what they may do; `PhiFunction` has one. */
  readonly function: lambda.IFunction;
  readonly functions: readonly AgentFunction[];
}

/** Source: Bedrock API reference, CreateAgentActionGroup, FunctionDetail. */
const NAME = /^(?:[0-9a-zA-Z][_-]?){1,100}$/u;

/** @throws ConfigurationError `AgentAction` that Bedrock would refuse, or that is not explained */
export function checkActions(scope: IConstruct, actions: readonly AgentAction[]): void {
  const refuse = (message: string): never => {
    throw new ConfigurationError(scope, 'AgentAction', message);
  };
  const seen = new Set<string>();
  for (const { name, functions } of actions) {
    if (seen.has(name)) refuse(`action '${name}' is there twice; give each a name of its own`);
    seen.add(name);
    if (functions.length === 0) refuse(`action '${name}' has no functions; describe at least one`);
    for (const each of [name, ...functions.map((one) => one.name)])
      if (!NAME.test(each))
        refuse(`'${each}' is a name of action '${name}'; give letters, digits, single '-' and '_'`);
    const mute = functions.find(({ unconfirmed }) => unconfirmed?.reason.trim() === '');
    if (mute)
      refuse(
        `function '${mute.name}' of action '${name}' has unconfirmed without a reason; say why nobody is asked`,
      );
  }
}

/** The action group of CloudFormation. */
export function actionGroup(action: AgentAction): bedrock.CfnAgent.AgentActionGroupProperty {
  return {
    actionGroupName: action.name,
    actionGroupState: 'ENABLED',
    description: action.description,
    actionGroupExecutor: { lambda: action.function.functionArn },
    functionSchema: {
      functions: action.functions.map(({ name, description, parameters, unconfirmed }) => ({
        name,
        description,
        requireConfirmation: unconfirmed ? 'DISABLED' : 'ENABLED',
        ...(parameters
          ? {
              parameters: Object.fromEntries(
                Object.entries(parameters).map(([key, { type, description, required = false }]) => [
                  key,
                  { type, description, required },
                ]),
              ),
            }
          : {}),
      })),
    },
  };
}

/** Why functions are called without asking, by action and function. */
export function unconfirmedReasons(actions: readonly AgentAction[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    actions.flatMap((action) =>
      action.functions.flatMap(({ name, unconfirmed }) =>
        unconfirmed ? [[`${action.name}.${name}`, unconfirmed.reason] as const] : [],
      ),
    ),
  );
}
