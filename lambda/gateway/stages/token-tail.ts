/** UTF-16 units of the longest mark: `[` category `:` 64 units `]`. */
const LONGEST_MARK = 90;

/** Holds back a mark that has begun and not ended, so that no token leaves, or is turned back, in part. */
export class TokenTail {
  #held = '';

  push(text: string): string {
    const all = this.#held + text;
    const open = all.lastIndexOf('[');
    const isOpen = open >= 0 && all.length - open < LONGEST_MARK && !all.includes(']', open);
    this.#held = isOpen ? all.slice(open) : '';
    return isOpen ? all.slice(0, open) : all;
  }

  end(): string {
    const rest = this.#held;
    this.#held = '';
    return rest;
  }
}
