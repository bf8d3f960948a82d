/** A question that is asked again and again. What differs is given as execution parameters and never written into the text. */
export interface SavedQuery {
  readonly name: string;
  /** What the answer says. */
  readonly answers: string;
  /** What each `?` of the text stands for, in their order. */
  readonly parameters: readonly string[];
  /** In the dialect of Athena engine version 3. Parameters stand in `WHERE` clauses, where alone Athena takes them. */
  readonly sql: string;
}

/** As it is read in the console, where parameters have no names. */
export function descriptionOf({ answers, parameters }: SavedQuery): string {
  const numbered = parameters.map((each, index) => `${index + 1} ${each}`);
  return `${answers}. Parameters: ${numbered.join('; ')}.`;
}
