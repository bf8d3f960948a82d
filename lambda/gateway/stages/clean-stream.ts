import type { Redactor } from '../../redaction/redactor';
import { createTokenStreamRedactor, type TokenStreamRedactor } from '../../redaction/stream/token-stream';
import { GatewayError } from '../gateway-error';
import type { Prepared } from '../prepared';
import { ENTROPY_WINDOW, entropyMillibits, MOST_MILLIBITS } from './entropy';
import { MOST_UNITS_A_TOKEN, requireNoLeak, type LeakPolicy } from './inspect-output';
import { OutputFindings } from './output-findings';
import { TokenTail } from './token-tail';

/** Reads an answer again while it is written, and holds back what may still become an identifier or a token. */
export class CleanStream {
  readonly findings: OutputFindings;
  /** UTF-16 units that the model has written. */
  received = 0;
  /** Of the most random window so far. */
  entropyMillibits = 0;
  #text = '';
  readonly #tail = new TokenTail();
  readonly #redactor: TokenStreamRedactor;

  constructor(
    private readonly prepared: Pick<Prepared, 'sent' | 'tokens' | 'request' | 'manifest'>,
    redactor: Redactor,
    private readonly onLeak: LeakPolicy,
  ) {
    this.findings = new OutputFindings(prepared.sent, prepared.tokens);
    this.#redactor = createTokenStreamRedactor({
      detector: this.findings.classifying(redactor),
      replacement: this.findings.replacement,
    });
  }

  /** All that may be shown by now, without identifiers. */
  get text(): string {
    return this.#text;
  }

  get length(): number {
    return this.#text.length;
  }

  /** @throws GatewayError IDENTIFIER_LEAKED, ENTROPY_EXCEEDED, OUTPUT_TOO_LONG, REDACTION_FAILED: show nothing more */
  push(delta: string): string {
    this.received += delta.length;
    return this.#give(this.#tail.push(this.#redacted(() => this.#redactor.push(delta))));
  }

  /** The model has ended: the rest. */
  end(): string {
    const rest = this.#redacted(() => this.#redactor.end());
    return this.#give(this.#tail.push(rest) + this.#tail.end());
  }

  #redacted(read: () => string): string {
    try {
      return read();
    } catch {
      throw new GatewayError('REDACTION_FAILED', { stage: 'output' });
    }
  }

  #give(text: string): string {
    if (text === '') return text;
    const clean = this.findings.withoutForeignTokens(text);
    this.#text += clean;
    requireNoLeak(this.findings, this.onLeak);
    if (this.#text.length > this.prepared.manifest.maxOutputTokens * MOST_UNITS_A_TOKEN)
      throw new GatewayError('OUTPUT_TOO_LONG');
    const window = this.#text.slice(-(ENTROPY_WINDOW + clean.length));
    this.entropyMillibits = Math.max(this.entropyMillibits, entropyMillibits(window));
    if (this.entropyMillibits > MOST_MILLIBITS) throw new GatewayError('ENTROPY_EXCEEDED');
    return this.prepared.request.reidentify === true ? this.prepared.tokens.restore(clean) : clean;
  }
}
