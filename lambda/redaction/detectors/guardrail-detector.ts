import {
  ApplyGuardrailCommand,
  type ApplyGuardrailCommandOutput,
  type GuardrailContentSource,
  type GuardrailPiiEntityType,
} from '@aws-sdk/client-bedrock-runtime';
import type { Category } from '../category';
import type { Span } from '../span';
import { detectorFailed, type CloudDetector } from './cloud-detector';
import { occurrencesOf } from './occurrences';
import { piecesOf, wellFormed, type Piece } from './pieces';
import { DEFAULT_TIMEOUT, readPieces } from './read-pieces';
import { RequestPace, type Clock, type RequestQuota } from './request-pace';
import { isOver89 } from './stated-age';

/** The part of `BedrockRuntimeClient` that is used. Set its `maxAttempts` to 1: retries are paced here. */
export interface GuardrailSender {
  send(
    command: ApplyGuardrailCommand,
    options: { readonly abortSignal: AbortSignal },
  ): Promise<ApplyGuardrailCommandOutput>;
}

/**
 * The default quota of an account in most regions: 25 requests a second, and 25 text units of up to 1,000 characters a
 * second for the sensitive information policy. A policy of another kind in the same guardrail may have less.
 *
 * @see AWS General Reference, "Amazon Bedrock endpoints and quotas", On-demand ApplyGuardrail
 */
export const APPLY_GUARDRAIL_QUOTA: RequestQuota = {
  requestsPerSecond: 25,
  charactersPerSecond: 25_000,
  concurrency: 4,
};
/** Ten text units: a request of more than an account may use in a second is refused, not slowed down. */
export const APPLY_GUARDRAIL_MOST_BYTES = 10_000;
const OVERLAP = 400;
// Below every local detector, which knows more categories: where both found something, ours name it
const SCORE = 0.4;

export interface GuardrailDetectorProps {
  readonly client: GuardrailSender;
  /** Id or ARN. */
  readonly guardrail: string;
  /** A number, or DRAFT. */
  readonly version: string;
  /**
   * Whether the guardrail's rules for prompts or those for answers apply.
   * @default INPUT
   */
  readonly source?: GuardrailContentSource;
  /** @default the default quota of an account in most regions */
  readonly quota?: RequestQuota;
  /** Milliseconds one request may take. @default 15 seconds */
  readonly timeout?: number;
  /** @default the system's */
  readonly clock?: Clock;
}

// A type of the service that is not here yet counts as OTHER_ID; ages are looked at one by one
const CATEGORY: Readonly<Record<GuardrailPiiEntityType, Category>> = {
  ADDRESS: 'GEO',
  AGE: 'AGE_OVER_89',
  AWS_ACCESS_KEY: 'OTHER_ID',
  AWS_SECRET_KEY: 'OTHER_ID',
  CA_HEALTH_NUMBER: 'HEALTH_PLAN',
  CA_SOCIAL_INSURANCE_NUMBER: 'OTHER_ID',
  CREDIT_DEBIT_CARD_CVV: 'ACCOUNT',
  CREDIT_DEBIT_CARD_EXPIRY: 'ACCOUNT',
  CREDIT_DEBIT_CARD_NUMBER: 'ACCOUNT',
  DRIVER_ID: 'LICENSE',
  EMAIL: 'EMAIL',
  INTERNATIONAL_BANK_ACCOUNT_NUMBER: 'ACCOUNT',
  IP_ADDRESS: 'IP',
  LICENSE_PLATE: 'VEHICLE',
  MAC_ADDRESS: 'DEVICE',
  NAME: 'NAME',
  PASSWORD: 'OTHER_ID',
  PHONE: 'PHONE',
  PIN: 'OTHER_ID',
  SWIFT_CODE: 'ACCOUNT',
  UK_NATIONAL_HEALTH_SERVICE_NUMBER: 'HEALTH_PLAN',
  UK_NATIONAL_INSURANCE_NUMBER: 'OTHER_ID',
  UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER: 'OTHER_ID',
  URL: 'URL',
  USERNAME: 'OTHER_ID',
  US_BANK_ACCOUNT_NUMBER: 'ACCOUNT',
  US_BANK_ROUTING_NUMBER: 'ACCOUNT',
  US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER: 'OTHER_ID',
  US_PASSPORT_NUMBER: 'OTHER_ID',
  US_SOCIAL_SECURITY_NUMBER: 'SSN',
  VEHICLE_IDENTIFICATION_NUMBER: 'VEHICLE',
};

/** What the guardrail says it found, and as what. */
interface Match {
  readonly value: string;
  readonly category: Category;
}

/**
 * The sensitive information policy of an Amazon Bedrock guardrail, ApplyGuardrail. The service says what it found, not
 * where, so every occurrence in the text is covered. Its masked text is not used, and whether it blocks for
 * another reason is no matter of redaction. Drops ages under 90.
 *
 * @throws RangeError a quota outside its range
 */
export class GuardrailDetector implements CloudDetector {
  readonly name = 'guardrail';
  readonly #props: GuardrailDetectorProps;
  readonly #pace: RequestPace;

  constructor(props: GuardrailDetectorProps) {
    this.#props = props;
    this.#pace = new RequestPace(props.quota ?? APPLY_GUARDRAIL_QUOTA, props.clock);
  }

  readonly detect = (text: string): Promise<readonly Span[]> => {
    const sent = wellFormed(text);
    return readPieces({
      detector: this.name,
      pieces: piecesOf(sent, { mostBytes: APPLY_GUARDRAIL_MOST_BYTES, overlap: OVERLAP }),
      pace: this.#pace,
      timeout: this.#props.timeout ?? DEFAULT_TIMEOUT,
      read: async (piece, signal) => {
        const matches = this.#matches(await this.#ask(piece, signal));
        return matches.flatMap((match) => this.#spans(match, sent));
      },
    });
  };

  #ask(piece: Piece, abortSignal: AbortSignal): Promise<ApplyGuardrailCommandOutput> {
    const { client, guardrail, version, source = 'INPUT' } = this.#props;
    return client.send(
      new ApplyGuardrailCommand({
        guardrailIdentifier: guardrail,
        guardrailVersion: version,
        source,
        content: [{ text: { text: piece.text } }],
        // also what the guardrail is set to detect without acting on it
        outputScope: 'FULL',
      }),
      { abortSignal },
    );
  }

  #matches({ assessments, usage, guardrailCoverage }: ApplyGuardrailCommandOutput): Match[] {
    const units =
      (usage?.sensitiveInformationPolicyUnits ?? 0) + (usage?.sensitiveInformationPolicyFreeUnits ?? 0);
    if (units === 0) throw detectorFailed(this.name, 'NO_POLICY');
    const { guarded, total } = guardrailCoverage?.textCharacters ?? {};
    if (guarded !== undefined && total !== undefined && guarded < total) {
      throw detectorFailed(this.name, 'UNREADABLE');
    }
    return (assessments ?? []).flatMap(({ sensitiveInformationPolicy }) => [
      ...(sensitiveInformationPolicy?.piiEntities ?? [])
        .filter(
          ({ detected, type, match }) => detected !== false && (type !== 'AGE' || isOver89(match ?? '')),
        )
        .map(({ type, match }) => ({ value: match ?? '', category: categoryOf(type) })),
      ...(sensitiveInformationPolicy?.regexes ?? [])
        .filter(({ detected }) => detected !== false)
        .map(({ match }): Match => ({ value: match ?? '', category: 'OTHER_ID' })),
    ]);
  }

  #spans({ value, category }: Match, text: string): Span[] {
    const places = occurrencesOf(value, text);
    if (places.length === 0) throw detectorFailed(this.name, 'UNREADABLE');
    return places.map(([start, end]) => ({ start, end, category, detector: this.name, score: SCORE }));
  }
}

function categoryOf(type: GuardrailPiiEntityType | undefined): Category {
  return type !== undefined && Object.hasOwn(CATEGORY, type) ? CATEGORY[type] : 'OTHER_ID';
}
