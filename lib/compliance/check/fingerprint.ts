import { createHash } from 'node:crypto';

/** What a finding is recognized by from one run to the next: neither its line nor its words. */
export interface Recognizable {
  readonly rule: string;
  readonly template: string;
  readonly logicalId: string;
  readonly property: string;
}

/**
 * Names each finding so that a later run knows it again, though lines moved or messages were reworded. Findings alike in
 * all of it are told apart by their order.
 */
export class Fingerprints {
  private readonly seen = new Map<string, number>();

  of({ rule, template, logicalId, property }: Recognizable): string {
    const fingerprint = digest(JSON.stringify([rule, template, logicalId, property]));
    const count = this.seen.get(fingerprint) ?? 0;
    this.seen.set(fingerprint, count + 1);
    return count === 0 ? fingerprint : numbered(fingerprint, count);
  }
}

/** The fingerprint of the next finding that is alike in all of it. */
export function numbered(fingerprint: string, count: number): string {
  return digest(`${fingerprint}#${count}`);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
