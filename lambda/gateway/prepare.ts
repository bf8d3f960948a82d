import { addCounts } from '../redaction/category';
import type { Redactor } from '../redaction/redactor';
import type { Draft } from './draft';
import { GatewayError } from './gateway-error';
import type { GatewayProps } from './gateway-props';
import { requestMetadata } from './model/request-metadata';
import type { Admitted, Prepared } from './prepared';
import { RequestTokens } from './request-tokens';
import { approvedPrompt } from './stages/approved-prompt';
import { asText, fill, placeholdersIn, type Piece } from './stages/assemble-prompt';
import { onlyNecessary } from './stages/minimum-necessary';
import { blocksOf, markedDocuments, newMark, systemPrompt } from './stages/model-input';
import { readInPlace } from './stages/read-in-place';
import { redactInput, type RedactedInput } from './stages/redact-input';
import { screenInjection } from './stages/screen-injection';

type Needs = Pick<GatewayProps, 'prompts' | 'mac' | 'guardrail'>;

/** From an admitted request to what a model may see of it. */
export async function prepare(
  admitted: Admitted,
  redactor: Redactor,
  { prompts, mac, guardrail }: Needs,
): Promise<Prepared> {
  const { request, manifest, draft } = admitted;
  const necessary = await draft.stage('minimum-necessary', () => onlyNecessary(request, manifest));
  const template = await draft.stage('prompt', () =>
    request.prompt === undefined ? undefined : approvedPrompt(request.prompt, manifest, prompts),
  );
  // an allowed field that the prompt has no place for is not needed
  const placeholders = template === undefined ? undefined : placeholdersIn(template);
  const fields = new Map([...necessary.fields].filter(([name]) => placeholders?.has(name) ?? true));
  tellFields(
    draft,
    fields.size,
    necessary.dropped + necessary.fields.size - fields.size,
    necessary.justification,
  );

  const tokens = new RequestTokens();
  const documents = (request.untrusted ?? []).map(({ text }) => text);
  const given = { fields, record: necessary.record, text: request.text, documents };
  const clean = await draft.stage('redact', () => redactInput(given, redactor, tokens));
  const { refused } = await draft.stage('screen', () => screenInjection(clean.documents));
  if (refused) throw new GatewayError('INJECTION_SUSPECTED', { field: 'untrusted' });

  const mark = newMark();
  const assembled = await draft.stage('prompt', () => [
    ...promptPieces(template, clean),
    ...markedDocuments(clean.documents, mark),
  ]);
  const read = await draft.stage('redact', () => readInPlace(assembled, tokens.and(redactor), tokens));
  const redactions = { ...clean.counts };
  addCounts(redactions, read.counts);
  const sent = read.pieces.map(({ text }) => text).join('');
  draft.tell({ redactions, input: await mac.of('input', sent) });
  return {
    ...admitted,
    tokens,
    sent,
    call: {
      system: systemPrompt(mark, documents.length > 0),
      blocks: blocksOf(read.pieces),
      maxOutputTokens: manifest.maxOutputTokens,
      guardrail,
      metadata: requestMetadata({
        requestId: draft.requestId,
        useCase: `${manifest.id}:${manifest.version}`,
        purpose: request.purpose.of,
        dataClass: manifest.dataClass,
        ...(request.prompt === undefined ? {} : { prompt: `${request.prompt.id}:${request.prompt.version}` }),
      }),
    },
  };
}

function tellFields(draft: Draft, sent: number, dropped: number, justification: string | undefined): void {
  draft.tell({ fields: { sent, dropped, ...(justification === undefined ? {} : { justification }) } });
}

/** The prompt with its fields, or the caller's text with the fields behind it; a full record stands last. */
function promptPieces(template: string | undefined, clean: RedactedInput): readonly Piece[] {
  const record: readonly Piece[] =
    clean.record === undefined ? [] : [{ origin: 'given', text: `\n${asText(clean.record)}\n` }];
  if (template !== undefined) return [...fill(template, clean.fields), ...record];
  const lines = [...clean.fields].map(([name, value]) => `\n${name}: ${asText(value)}`);
  const texts = [clean.text ?? '', ...lines].filter((text) => text !== '');
  return [...texts.map((text): Piece => ({ origin: 'given', text })), ...record];
}
