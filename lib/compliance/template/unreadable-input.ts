/** The input is no template or assembly that can be judged. The message names the file and what is wrong with it. */
export class UnreadableInput extends Error {
  override readonly name = 'UnreadableInput';
}
