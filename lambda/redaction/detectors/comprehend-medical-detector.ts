import {
  DetectPHICommand,
  type DetectPHICommandOutput,
  type Entity,
} from '@aws-sdk/client-comprehendmedical';
import type { Category } from '../category';
import type { Span } from '../span';
import { detectorFailed, type CloudDetector } from './cloud-detector';
import { codePointOffsets } from './code-points';
import { occurrencesOf } from './occurrences';
import { piecesOf, wellFormed, type Piece } from './pieces';
import { DEFAULT_TIMEOUT, readPieces } from './read-pieces';
import { RequestPace, type Clock, type RequestQuota } from './request-pace';
import { isOver89 } from './stated-age';

/** The part of `ComprehendMedicalClient` that is used. Set its `maxAttempts` to 1: retries are paced here. */
export interface ComprehendMedicalSender {
  send(
    command: DetectPHICommand,
    options: { readonly abortSignal: AbortSignal },
  ): Promise<DetectPHICommandOutput>;
}

/**
 * The default quota of an account in a region.
 *
 * @see Amazon Comprehend Medical Developer Guide, "Guidelines and quotas": 40 transactions and 40,000 characters a second
 */
export const DETECT_PHI_QUOTA: RequestQuota = {
  requestsPerSecond: 40,
  charactersPerSecond: 40_000,
  concurrency: 8,
};
/** @see Amazon Comprehend Medical API Reference, DetectPHI: "fewer than 20,000 bytes" */
export const DETECT_PHI_MOST_BYTES = 19_999;
const OVERLAP = 400;

// The services know fewer categories than we do: where both found something, ours name it
const SHARE_OF_SCORE = 0.5;

export interface ComprehendMedicalDetectorProps {
  readonly client: ComprehendMedicalSender;
  /**
   * Entities the service is less sure of are passed over; 0 to 1.
   * @default 0, every entity: published recall on clinicians' prompts is 98.7 % at 0, 95.2 % at 0.5, 88.1 % at 0.8
   */
  readonly minimumScore?: number;
  /** @default the default quota of an account */
  readonly quota?: RequestQuota;
  /** Milliseconds one request may take. @default 15 seconds */
  readonly timeout?: number;
  /** @default the system's */
  readonly clock?: Clock;
}

// PROFESSION is none of the 18 identifiers of 45 CFR 164.514(b)(2)(i). Ages are looked at one by one. IDENTIFIER and
// CONTACT_POINT are in the SDK's model without being in the guide.
const CATEGORIES = new Map<string | undefined, Category | undefined>([
  ['NAME', 'NAME'],
  ['ADDRESS', 'GEO'],
  ['DATE', 'DATE'],
  ['PHONE_OR_FAX', 'PHONE'],
  ['CONTACT_POINT', 'PHONE'],
  ['EMAIL', 'EMAIL'],
  ['URL', 'URL'],
  ['AGE', 'AGE_OVER_89'],
  ['PROFESSION', undefined],
]);

/**
 * Amazon Comprehend Medical, DetectPHI, for text of any length in English. Drops PROFESSION, and ages under 90; what the
 * service calls by a type unknown here counts as OTHER_ID.
 *
 * @throws RangeError a score or a quota outside its range
 */
export class ComprehendMedicalDetector implements CloudDetector {
  readonly name = 'comprehend-medical';
  readonly #client: ComprehendMedicalSender;
  readonly #minimumScore: number;
  readonly #pace: RequestPace;
  readonly #timeout: number;

  constructor({
    client,
    minimumScore = 0,
    quota = DETECT_PHI_QUOTA,
    timeout = DEFAULT_TIMEOUT,
    clock,
  }: ComprehendMedicalDetectorProps) {
    if (!(minimumScore >= 0 && minimumScore <= 1)) {
      throw new RangeError(`minimumScore is ${minimumScore}; give a number from 0 to 1`);
    }
    this.#client = client;
    this.#minimumScore = minimumScore;
    this.#pace = new RequestPace(quota, clock);
    this.#timeout = timeout;
  }

  readonly detect = (text: string): Promise<readonly Span[]> =>
    readPieces({
      detector: this.name,
      pieces: piecesOf(wellFormed(text), { mostBytes: DETECT_PHI_MOST_BYTES, overlap: OVERLAP }),
      pace: this.#pace,
      timeout: this.#timeout,
      read: (piece, signal) => this.#read(piece, signal),
    });

  async #read(piece: Piece, abortSignal: AbortSignal): Promise<Span[]> {
    const { Entities, PaginationToken } = await this.#client.send(
      new DetectPHICommand({ Text: piece.text }),
      { abortSignal },
    );
    // a page of an answer is not the answer
    if (Entities === undefined || PaginationToken !== undefined)
      throw detectorFailed(this.name, 'UNREADABLE');
    const unitAt = codePointOffsets(piece.text);
    return Entities.flatMap((entity) => this.#spans(entity, piece, unitAt));
  }

  #spans(entity: Entity, piece: Piece, unitAt: (codePoint: number) => number | undefined): Span[] {
    const score = entity.Score ?? 1;
    const category = CATEGORIES.has(entity.Type) ? CATEGORIES.get(entity.Type) : 'OTHER_ID';
    const places = this.#places(entity, piece, unitAt);
    if (category === undefined || score < this.#minimumScore) return [];
    return places
      .filter(([start, end]) => category !== 'AGE_OVER_89' || isOver89(piece.text.slice(start, end)))
      .map(([start, end]) => ({
        start: piece.start + start,
        end: piece.start + end,
        category,
        detector: this.name,
        score: Math.min(1, Math.max(0, score)) * SHARE_OF_SCORE,
      }));
  }

  /** Where an entity is: at its offsets, and where its text stands if that is somewhere else. */
  #places(
    { BeginOffset, EndOffset, Text }: Entity,
    piece: Piece,
    unitAt: (codePoint: number) => number | undefined,
  ): (readonly [number, number])[] {
    const start = unitAt(BeginOffset ?? -1);
    const end = unitAt(EndOffset ?? -1);
    if (start === undefined || end === undefined || start >= end)
      throw detectorFailed(this.name, 'UNREADABLE');
    if (Text === undefined || Text === piece.text.slice(start, end)) return [[start, end]];
    const elsewhere = occurrencesOf(Text, piece.text);
    if (elsewhere.length === 0) throw detectorFailed(this.name, 'UNREADABLE');
    return [[start, end], ...elsewhere];
  }
}
