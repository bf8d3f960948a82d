import type { Prompts } from './prompts';

/** The part of `GetPromptResponse` that is read: `@aws-sdk/client-bedrock-agent` is wired by whoever uses it. */
export interface BedrockPrompt {
  readonly defaultVariant?: string | undefined;
  readonly variants?:
    | readonly {
        readonly name?: string | undefined;
        readonly templateConfiguration?:
          { readonly text?: { readonly text?: string | undefined } } | undefined;
      }[]
    | undefined;
}

export interface BedrockPromptsProps {
  /** Sends `GetPrompt`; undefined where the prompt is not found. */
  readonly getPrompt: (input: {
    readonly promptIdentifier: string;
    readonly promptVersion: string;
  }) => Promise<BedrockPrompt | undefined>;
}

/** Prompts of Bedrock Prompt Management: the text of the default variant. A numbered version does not change. */
export function createBedrockPrompts({ getPrompt }: BedrockPromptsProps): Prompts {
  const known = new Map<string, string>();
  return {
    async read(id, version) {
      const name = `${id}:${version}`;
      const cached = known.get(name);
      if (cached !== undefined) return cached;
      const { defaultVariant, variants = [] } =
        (await getPrompt({ promptIdentifier: id, promptVersion: version })) ?? {};
      const variant = variants.find((each) => each.name === defaultVariant);
      const text = variant?.templateConfiguration?.text?.text;
      if (text !== undefined) known.set(name, text);
      return text;
    },
  };
}
