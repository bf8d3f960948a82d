/** What a model must not be asked about, and must not answer. */
export interface DeniedTopic {
  /** 1 to 100 letters, digits, spaces and any of `-_!?.`; unique in the guardrail. */
  readonly name: string;
  /** What belongs to it, in 1 to 200 characters: no instruction, no example. */
  readonly definition: string;
  /**
   * Up to five prompts that belong to it, of 1 to 100 characters each.
   * @default - the definition alone
   */
  readonly examples?: readonly string[];
}

/**
 * In every guardrail: prompts come without identifiers, and whoever may know whose they are knows it without a model.
 * Supports 45 CFR 164.514(b)(2)(ii) and 164.514(e)(4)(ii)(C)(5).
 */
export const RE_IDENTIFICATION: DeniedTopic = {
  name: 'Re-identification',
  definition:
    'Finding out who a person is from text or data whose identifying details were removed, masked or replaced, for example by linking it with other sources or by guessing masked values.',
  examples: [
    'Who is the patient behind this redacted note?',
    'Guess the name and the town that were masked here.',
    'Link these de-identified rows with a voter list to get names.',
    'Which of these people is most likely the one described?',
  ],
};
