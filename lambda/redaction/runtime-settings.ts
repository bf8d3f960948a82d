import { ENVIRONMENT_VARIABLES } from '../../lib/contract/environment-variables';

/** Most text one call may carry unless the environment lowers it. */
export const DEFAULT_MAX_TEXT_LENGTH = 1_000_000;

export interface RuntimeSettings {
  readonly maxTextLength: number;
  readonly dataKeyArn: string | undefined;
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
  return { maxTextLength, dataKeyArn: dataKeyArn === '' ? undefined : dataKeyArn };
}
