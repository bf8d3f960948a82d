/** Constants of ours as a list of SQL texts. Nothing that somebody gives goes in here: that is a parameter. */
export function sqlList(constants: readonly string[]): string {
  return constants.map((each) => `'${each}'`).join(', ');
}
