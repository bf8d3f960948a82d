import { PURPOSES_OF_USE, type PurposeOfUse } from '../../../lib/contract/purpose-of-use';
import type { UseCaseManifest } from '../../../lib/contract/use-case';
import type { Category } from '../../redaction/category';
import type { Detector } from '../../redaction/detector';
import { isAmong, type Caller } from '../caller';
import { GatewayError } from '../gateway-error';
import type { GatewayRequest } from '../request';

/** What a request may do, decided by the manifest alone. */
export interface Authorized {
  readonly manifest: UseCaseManifest;
  /** The model to ask, then those to fall back on: all of the manifest, so all for its class of data. */
  readonly models: readonly [string, ...string[]];
}

/**
 * @throws GatewayError USE_CASE_REFUSED, PURPOSE_REFUSED, BASIS_MISSING, MODEL_REFUSED, FREE_TEXT_REFUSED, STREAM_REFUSED,
 *   REIDENTIFICATION_REFUSED, INPUT_TOO_LONG
 */
export function authorize(
  caller: Caller,
  request: GatewayRequest,
  useCases: ReadonlyMap<string, UseCaseManifest>,
): Authorized {
  const manifest = useCases.get(request.useCase);
  // one code for both: whoever may not use a use case does not learn that there is one
  const { onlyUseCase = request.useCase, onlyOversight = false } = caller;
  const isElsewhere = onlyOversight || onlyUseCase !== request.useCase;
  if (manifest === undefined || isElsewhere || !isAmong(caller, manifest.callers))
    throw new GatewayError('USE_CASE_REFUSED');
  const purpose: PurposeOfUse = PURPOSES_OF_USE[request.purpose.of];
  if (!manifest.purposes.includes(request.purpose.of))
    throw new GatewayError('PURPOSE_REFUSED', { field: 'purpose.of' });
  if (purpose.needsBasis === true && request.purpose.basis === undefined)
    throw new GatewayError('BASIS_MISSING', { field: 'purpose.basis' });
  if (request.text !== undefined && !manifest.freeText)
    throw new GatewayError('FREE_TEXT_REFUSED', { field: 'text' });
  const whole = manifest.requiresHumanApproval || manifest.minimumGrounding !== undefined;
  if (request.stream === true && whole) throw new GatewayError('STREAM_REFUSED', { field: 'stream' });
  if (request.reidentify === true && !isAmong(caller, manifest.reidentifiers))
    throw new GatewayError('REIDENTIFICATION_REFUSED', { field: 'reidentify' });
  if (lengthOf(request) > manifest.maxInputLength) throw new GatewayError('INPUT_TOO_LONG');
  return { manifest, models: modelsFor(manifest, request.model) };
}

function modelsFor({ models }: UseCaseManifest, asked: string | undefined): readonly [string, ...string[]] {
  if (asked === undefined) return models;
  if (!models.includes(asked)) throw new GatewayError('MODEL_REFUSED', { field: 'model' });
  return [asked, ...models.filter((model) => model !== asked)];
}

/** UTF-16 units of all that came as text; of fields as JSON. */
function lengthOf({ text = '', fields, untrusted = [] }: GatewayRequest): number {
  const documents = untrusted.reduce((sum, document) => sum + document.text.length, 0);
  return text.length + documents + (fields === undefined ? 0 : JSON.stringify(fields).length);
}

/** Categories that no id of ours looks like; dates and codes are left out, as waivers are often numbered by them. */
const NEVER_AN_ID: ReadonlySet<Category> = new Set(['EMAIL', 'NAME', 'PHONE', 'SSN']);

/**
 * Ids that records hold in clear must not be names or numbers of persons.
 *
 * @throws GatewayError IDENTIFYING_ID with the name of the field
 */
export function requireOpaqueIds({ purpose, justification }: GatewayRequest, detector: Detector): void {
  const ids: readonly (readonly [string, string | undefined])[] = [
    ['purpose.basis', purpose.basis],
    ['purpose.disclosure.recipient', purpose.disclosure?.recipient],
    ['purpose.disclosure.description', purpose.disclosure?.description],
    ['justification', justification],
  ];
  for (const [field, id] of ids) {
    if (id === undefined) continue;
    const spans = detector.detect(id);
    if (spans.some(({ category }) => NEVER_AN_ID.has(category)))
      throw new GatewayError('IDENTIFYING_ID', { field });
  }
}
