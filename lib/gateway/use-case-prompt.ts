/** A prompt that somebody approved. Its text holds placeholders `{{field}}` and nothing of a patient. */
export interface UseCasePrompt {
  readonly id: string;
  /** Counts up with each change of the text: 1 to 999,999,999. */
  readonly version: number;
  readonly text: string;
  /** Ticket or document of the approval (45 CFR 164.316(b)(1)(ii)). */
  readonly approval: string;
}

/**
 * A prompt of `ApprovedPrompts`: what Bedrock's Prompt Management has and what the gateway sends are then one object with one
 * approval.
 */
export interface PublishedPrompt {
  /** Counts up with each change of the text: 1 to 999,999,999. */
  readonly version: number;
  /** Its name is the id of the prompt. The gateway sends its text: it has no system prompt, and no inference of its own. */
  readonly prompt: {
    readonly name: string;
    readonly modelId: string;
    readonly text: string;
    readonly system?: string;
    readonly maxTokens?: number;
    readonly temperature?: number;
    readonly approval: { readonly record: string };
  };
}

/** The same in the one form, or why it cannot be used. */
export function readPrompt(
  given: UseCasePrompt | PublishedPrompt,
  models: readonly string[],
): UseCasePrompt | { readonly problem: string } {
  if (!('prompt' in given)) return given;
  const { name, modelId, text, system, maxTokens, temperature = 0, approval } = given.prompt;
  if (system !== undefined || maxTokens !== undefined || temperature !== 0)
    return {
      problem: `prompt ${name} has a system prompt, maxTokens or a temperature, which the gateway does not send; put the words into its text`,
    };
  if (!models.includes(modelId))
    return { problem: `prompt ${name} is approved for '${modelId}', which is not among the models` };
  return { id: name, version: given.version, text, approval: approval.record };
}
