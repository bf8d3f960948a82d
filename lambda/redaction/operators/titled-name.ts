import { DEGREES_AT_END } from '../names/name-cues';

/** A name as it stands in a NAME span. */
export interface TitledName {
  /** "Dr. ", "Mrs. " or nothing. */
  readonly title: string;
  readonly name: string;
  /** ", MD", " Jr." or nothing. */
  readonly degree: string;
}

const TITLE = /^(?:drs?|mrs?|ms|miss|mx|prof)\.?[ ]{0,2}(?=[^\s.])/i;
/**
 * Parts title and degree from a name. They are no identifiers by themselves; what fakes or codes a name keeps them beside
 * it, so that "Dr. Rivera" and "Rivera" stay one person and the reader still knows who treats whom.
 */
export function partTitled(value: string): TitledName {
  const title = TITLE.exec(value)?.[0] ?? '';
  const rest = value.slice(title.length);
  const degree = DEGREES_AT_END.exec(rest)?.[0] ?? '';
  return { title, name: rest.slice(0, rest.length - degree.length), degree };
}
