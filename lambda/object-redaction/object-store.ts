import type { Labels } from './object-labels';

/** One version of one object of the source bucket. */
export interface SourceObject {
  readonly key: string;
  readonly versionId: string;
}

export interface StoredObject {
  /** Absent when there are more than were asked for. */
  readonly bytes: Uint8Array | undefined;
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
  readonly metadata: Labels;
  readonly tags: Labels;
}

export interface RedactedObject {
  readonly key: string;
  readonly text: string;
  readonly contentType: string;
  readonly metadata: Labels;
  readonly tags: Labels;
}

/**
 * The three buckets of a hook. Every method throws RedactionError `STORE_UNAVAILABLE` when S3 or KMS does not do what is
 * asked, with nothing of their answer in it.
 */
export interface ObjectStore {
  /** `undefined` when the version is gone. */
  readonly read: (object: SourceObject, maxBytes: number) => Promise<StoredObject | undefined>;
  readonly isWritten: (key: string) => Promise<boolean>;
  /** Writes a copy unless there is one of that key; says whether it did. */
  readonly write: (copy: RedactedObject) => Promise<boolean>;
  /** Copies the version, as it is, to where what failed is looked at. The same version always goes to the same place. */
  readonly quarantine: (
    object: Partial<SourceObject> & { readonly key: string },
    reason: string,
  ) => Promise<void>;
}

/** Finds out what a listing of objects does not say. */
export interface VersionLookup {
  /** The current version of an object, without an id where the bucket keeps none; `undefined` for one that is gone. */
  readonly currentVersion: (key: string) => Promise<{ readonly versionId: string | undefined } | undefined>;
}
