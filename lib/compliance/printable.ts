/** Logical ids, messages and waivers quote foreign text: nothing in it may drive the terminal. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '?');
}
