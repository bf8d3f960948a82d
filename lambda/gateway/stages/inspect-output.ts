import type { UseCaseManifest } from '../../../lib/contract/use-case';
import { replaceSpans, type Detector } from '../../redaction/detector';
import { GatewayError } from '../gateway-error';
import type { ModelAnswer } from '../model/model';
import { entropyMillibits, MOST_MILLIBITS } from './entropy';
import type { OutputFindings } from './output-findings';

/** UTF-16 units of one token at most: no tokenizer makes longer ones of prose. */
export const MOST_UNITS_A_TOKEN = 16;

/** What becomes of an answer that holds an identifier that was not sent. */
export type LeakPolicy = 'mask' | 'refuse';

/** @throws GatewayError for an answer that ended as no answer ends */
export function requireWhole({ stop, verdict }: Pick<ModelAnswer, 'stop' | 'verdict'>): void {
  if (verdict.action === 'blocked' || stop === 'guardrail') throw new GatewayError('GUARDRAIL_BLOCKED');
  if (stop === 'tool') throw new GatewayError('TOOL_REFUSED');
  if (stop === 'unreadable') throw new GatewayError('OUTPUT_UNREADABLE');
}

/** @throws GatewayError GROUNDING_TOO_LOW: the guardrail gave a score, and it is below the manifest's */
export function requireGrounded(
  { verdict }: Pick<ModelAnswer, 'verdict'>,
  { minimumGrounding }: Pick<UseCaseManifest, 'minimumGrounding'>,
): void {
  if (minimumGrounding === undefined || verdict.grounding === undefined) return;
  if (verdict.grounding < minimumGrounding) throw new GatewayError('GROUNDING_TOO_LOW');
}

/** @throws GatewayError OUTPUT_TOO_LONG, ENTROPY_EXCEEDED */
export function requireOrdinary(
  text: string,
  { maxOutputTokens }: Pick<UseCaseManifest, 'maxOutputTokens'>,
): number {
  if (text.length > maxOutputTokens * MOST_UNITS_A_TOKEN) throw new GatewayError('OUTPUT_TOO_LONG');
  const entropy = entropyMillibits(text);
  if (entropy > MOST_MILLIBITS) throw new GatewayError('ENTROPY_EXCEEDED');
  return entropy;
}

/**
 * Reads a whole answer again. Nothing that reads like an identifier leaves, whoever wrote it; what was found is counted in
 * `findings`.
 */
export function withoutIdentifiers(text: string, detector: Detector, findings: OutputFindings): string {
  const spans = findings.classifying(detector).detect(text);
  return findings.withoutForeignTokens(replaceSpans(text, spans, findings.replacement));
}

/** @throws GatewayError IDENTIFIER_LEAKED where the policy refuses */
export function requireNoLeak({ leaks }: Pick<OutputFindings, 'leaks'>, onLeak: LeakPolicy): void {
  if (leaks > 0 && onLeak === 'refuse') throw new GatewayError('IDENTIFIER_LEAKED');
}
