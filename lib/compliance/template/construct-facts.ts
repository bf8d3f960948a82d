import type { SourceLocation } from '../source-location';

/** The construct that made a resource, and the line of the program that made the construct. */
export interface ConstructFact {
  readonly path: string;
  readonly source?: SourceLocation;
}

/** What a cloud assembly says of its constructs. */
export interface ConstructFacts {
  readonly byPath: ReadonlyMap<string, ConstructFact>;
  /** Without logical ids that several constructs have, as nested stacks may. */
  readonly byLogicalId: ReadonlyMap<string, ConstructFact>;
}

export const NO_CONSTRUCTS: ConstructFacts = { byPath: new Map(), byLogicalId: new Map() };
