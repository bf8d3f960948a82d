import { createHash } from 'node:crypto';
import type { UseCaseManifest } from '../../../lib/contract/use-case';
import { GatewayError } from '../gateway-error';
import type { Prompts } from '../prompts/prompts';

/**
 * The text of a prompt, if it is the very text that was approved.
 *
 * @throws GatewayError PROMPT_REFUSED: not of the use case; PROMPT_UNAVAILABLE; PROMPT_CHANGED: another text than approved
 */
export async function approvedPrompt(
  asked: { readonly id: string; readonly version: string },
  manifest: Pick<UseCaseManifest, 'prompts'>,
  prompts: Prompts,
): Promise<string> {
  const approved = manifest.prompts.find(({ id, version }) => id === asked.id && version === asked.version);
  if (approved === undefined) throw new GatewayError('PROMPT_REFUSED', { field: 'prompt' });
  let text: string | undefined;
  try {
    text = await prompts.read(approved.id, approved.version);
  } catch {
    throw new GatewayError('PROMPT_UNAVAILABLE');
  }
  if (text === undefined) throw new GatewayError('PROMPT_UNAVAILABLE');
  const digest = createHash('sha256').update(text, 'utf8').digest('hex');
  if (digest !== approved.sha256) throw new GatewayError('PROMPT_CHANGED');
  return text;
}
