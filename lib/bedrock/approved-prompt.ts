import type { Approval } from './approved-model';

/** One prompt that somebody approved, as text without anybody's data. */
export interface ApprovedPrompt {
  /** 1 to 100 letters, digits, `-` and `_`, and no two of these in a row; unique among the prompts of an account and Region. */
  readonly name: string;
  /** Id of an approved foundation model; it is called through its inference profile where it has one. */
  readonly modelId: string;
  /** What the user says: 1 to 200,000 characters, `{{name}}` where a variable goes. */
  readonly text: string;
  /**
   * What the model is told to be, with the same variables.
   * @default - no system prompt
   */
  readonly system?: string;
  /**
   * Names of the variables, each used in `text` or `system`, and no other used there: at most 20. They have no defaults, as a
   * default would be a value in a template.
   * @default - none
   */
  readonly variables?: readonly string[];
  /**
   * Most tokens of an answer, 1 or more.
   * @default - what the model does without
   */
  readonly maxTokens?: number;
  /**
   * 0 to 1; the higher, the less alike two answers are.
   * @default 0, so that the same prompt gives much the same answer
   */
  readonly temperature?: number;
  readonly approval: Approval;
}

/** Which version of which prompt is approved, for the manifest of the gateway. Ids and numbers are known at deployment. */
export interface PromptReference {
  readonly name: string;
  readonly id: string;
  /** Of the version: ends in its number. */
  readonly arn: string;
  readonly version: string;
  /** Id of the model or of the inference profile that is called with it. */
  readonly modelId: string;
  /** SHA-256, hexadecimal, over the configuration: what the gateway reads must have it, see `promptDigest`. */
  readonly digest: string;
}
