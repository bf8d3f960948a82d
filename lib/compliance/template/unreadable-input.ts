/** The input is no template or assembly that can be judged. The message names the file and what is wrong with it. */
export class UnreadableInput extends Error {
  override readonly name: string = 'UnreadableInput';
}

/** The input can be read and is something else than a template. */
export class NoTemplate extends UnreadableInput {
  override readonly name = 'NoTemplate';
}
