import type { Membership, MembershipSource } from '../mesh/membership';

/** Milliseconds after which the secrets are read again: how long a revocation may go unnoticed here. */
export const FRESH_MS = 60_000;

/** The secrets of a service, read once a minute by whoever asks first; what was read last stands in while they cannot be. */
export class MembershipCache {
  #held: { readonly membership: Membership; readonly until: number } | undefined;
  #reading: Promise<Membership> | undefined;

  constructor(
    private readonly source: MembershipSource,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws MeshError SECRETS_FAILED nothing was read yet */
  async current(): Promise<Membership> {
    if (this.#held && this.now() < this.#held.until) return this.#held.membership;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** Has the secrets read at the next question. */
  expire(): void {
    if (this.#held) this.#held = { ...this.#held, until: 0 };
  }

  async #read(): Promise<Membership> {
    try {
      const membership = await this.source.read();
      this.#held = { membership, until: this.now() + FRESH_MS };
      return membership;
    } catch (error) {
      if (!this.#held) throw error;
      // its certificate runs out in days, and is judged at every connection
      return this.#held.membership;
    }
  }
}
