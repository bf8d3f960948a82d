import { ApplyGuardrailCommand, type BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { GatewayError } from '../gateway-error';
import type { GuardrailChoice } from './model';

/** A guardrail asked by itself, for texts that Converse does not show it: what goes into a tool, and what comes out. */
export interface Guardrail {
  /** @throws GatewayError GUARDRAIL_BLOCKED, GUARDRAIL_UNAVAILABLE */
  check(source: 'INPUT' | 'OUTPUT', texts: readonly string[], signal: AbortSignal): Promise<void>;
}

export function createBedrockGuardrail({
  client,
  guardrail,
}: {
  readonly client: Pick<BedrockRuntimeClient, 'send'>;
  readonly guardrail: GuardrailChoice;
}): Guardrail {
  return {
    async check(source, texts, abortSignal) {
      let action: string | undefined;
      try {
        const command = new ApplyGuardrailCommand({
          guardrailIdentifier: guardrail.id,
          guardrailVersion: guardrail.version,
          source,
          content: texts.map((text) => ({ text: { text } })),
        });
        ({ action } = await client.send(command, { abortSignal }));
      } catch {
        throw new GatewayError('GUARDRAIL_UNAVAILABLE');
      }
      // masked or blocked: a tool gets what was written, or nothing
      if (action !== 'NONE') throw new GatewayError('GUARDRAIL_BLOCKED');
    },
  };
}
