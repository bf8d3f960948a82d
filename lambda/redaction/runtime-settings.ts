import { ENVIRONMENT_VARIABLES } from '../../lib/contract/environment-variables';
import { doorSchema, type RedactionDoor } from './door';

/** Most text one call may carry unless the environment lowers it. */
export const DEFAULT_MAX_TEXT_LENGTH = 1_000_000;

export interface RuntimeSettings {
  readonly maxTextLength: number;
  readonly dataKeyArn: string | undefined;
  /** Undefined: whatever comes by the alias of load balancers is turned away. */
  readonly door: RedactionDoor | undefined;
}

/** Read once at cold start: a function that is configured wrongly must not start. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): RuntimeSettings {
  const given = environment[ENVIRONMENT_VARIABLES.maxTextLength];
  const maxTextLength = given === undefined || given === '' ? DEFAULT_MAX_TEXT_LENGTH : Number(given);
  if (!Number.isInteger(maxTextLength) || maxTextLength < 1 || maxTextLength > DEFAULT_MAX_TEXT_LENGTH) {
    throw new Error(
      `${ENVIRONMENT_VARIABLES.maxTextLength} is '${given}'; set a whole number from 1 to ${DEFAULT_MAX_TEXT_LENGTH}`,
    );
  }
  const dataKeyArn = environment[ENVIRONMENT_VARIABLES.dataKeyArn];
  return {
    maxTextLength,
    dataKeyArn: dataKeyArn === '' ? undefined : dataKeyArn,
    door: doorOf(environment[ENVIRONMENT_VARIABLES.redactionDoor]),
  };
}

function doorOf(given: string | undefined): RedactionDoor | undefined {
  if (given === undefined || given === '') return undefined;
  try {
    return doorSchema.parse(JSON.parse(given));
  } catch {
    throw new Error(
      `${ENVIRONMENT_VARIABLES.redactionDoor} cannot be used; give targetGroupName and callers, as JSON`,
    );
  }
}
