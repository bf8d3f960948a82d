/** A text under a key, and how often it was changed. */
export interface Versioned {
  readonly value: string;
  /** 1 when it was first written. */
  readonly version: number;
}

/** Small values that several processes change: a change is taken only by who saw the last one. Values are ids and codes. */
export interface VersionedStore {
  /** The last value written, by whomever. */
  read(key: string): Promise<Versioned | undefined>;
  /**
   * Writes the version after `seen`; 0: there is none yet.
   * @param expiresAt milliseconds since 1970 from when on nobody needs it
   * @returns false when somebody else wrote that version first
   */
  write(key: string, value: string, seen: number, expiresAt: number): Promise<boolean>;
}
