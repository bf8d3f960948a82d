/** Yes, no, or undefined: only the account, or a part that cannot be read, could tell. */
export type Tri = boolean | undefined;

/** True when all are, false when one is not, whatever the unknown ones are. */
export function every(answers: readonly Tri[]): Tri {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** True when one is, whatever the unknown ones are. */
export function some(answers: readonly Tri[]): Tri {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

export function not(answer: Tri): Tri {
  return answer === undefined ? undefined : !answer;
}
