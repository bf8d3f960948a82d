/** One line of JSON for programs, harmless on a terminal too: JSON leaves some controls as they are. */
export function jsonLine(value: object): string {
  const json = JSON.stringify(value).replaceAll(
    /[\p{Cc}\p{Bidi_Control}]/gu,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${json}\n`;
}
