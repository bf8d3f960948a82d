/** What the author of a template wrote for a resource that a transform generates. */
export interface Origin {
  /** The name findings go by: the author's. */
  readonly logicalId: string;
  readonly type: string;
  /** Where the definition is in the document. */
  readonly at: readonly string[];
  /**
   * Dotted paths in the generated resource and what the author wrote for them, the first that fits counting.
   * Without any, the paths are the same.
   */
  readonly paths?: readonly (readonly [generated: string, written: string])[];
  /** Where defaults for all resources of the type are in the document. */
  readonly defaults?: readonly string[];
}

/** What the author wrote for a path of the generated resource; undefined when nothing corresponds to it. */
export function writtenPath({ paths }: Origin, property: string): string | undefined {
  if (!paths) return property;
  for (const [generated, written] of paths) {
    if (property === generated) return written;
    if (property.startsWith(`${generated}.`)) return written + property.slice(generated.length);
  }
  // attributes beside the properties are the author's own
  return property.startsWith('Properties') ? undefined : property;
}

/** A part of a template that says less than what will deploy. */
export interface Hidden {
  readonly logicalId: string;
  /** Dotted path in the resource; '' for all of it. */
  readonly property: string;
  /** Why it cannot be judged; ends the sentence "<place> …". */
  readonly reason: string;
}

/** A template as it will deploy, as far as that can be told without the account. */
export interface Expansion<Body> {
  readonly body: Body;
  /** Of resources that are not what the author wrote, by logical id. */
  readonly origins: ReadonlyMap<string, Origin>;
  readonly hidden: readonly Hidden[];
}
