import type { Lexeme } from './lexeme';
import { SIGNS, type Reading } from './reading';
import { Findings, type AnchorHandler, type Recognizer } from './recognizer';
import type { Span } from './span';
import { firstFrom, type Window } from './window';

/** A handler and the recognizer whose findings it adds to. */
interface Call {
  readonly handler: AnchorHandler;
  readonly recognizer: number;
}

/** Calls every recognizer at its anchors, in one walk over the words, the digits and the signs of a reading. */
export class Dispatcher {
  readonly #words = new Map<string, Call[]>();
  readonly #capitals: Call[] = [];
  readonly #digits: Call[] = [];
  readonly #signs = new Map<number, Call[]>();

  constructor(private readonly recognizers: readonly Recognizer[]) {
    for (const [recognizer, { atWords, atCapitals, atDigits, atSigns }] of recognizers.entries()) {
      for (const [word, handler] of atWords ?? []) push(this.#words, word, { handler, recognizer });
      for (const [sign, handler] of atSigns ?? []) {
        if (sign.length !== 1 || !SIGNS.includes(sign))
          throw new RangeError(`'${sign}' is no sign that readings list`);
        push(this.#signs, sign.charCodeAt(0), { handler, recognizer });
      }
      if (atCapitals) this.#capitals.push({ handler: atCapitals, recognizer });
      if (atDigits) this.#digits.push({ handler: atDigits, recognizer });
    }
  }

  #callsAt(lexeme: Lexeme): readonly Call[] | undefined {
    const { anchors } = lexeme;
    if (anchors?.of === this) return anchors.calls as readonly Call[] | undefined;
    const calls = this.#words.get(lexeme.lower);
    lexeme.anchors = { of: this, calls };
    return calls;
  }

  /** All that the recognizers find at anchors inside the windows. */
  find(reading: Reading, windows: readonly Window[]): Span[] {
    const spans: Span[] = [];
    const findings = this.recognizers.map((recognizer) => new Findings(recognizer, spans));
    const call = (calls: readonly Call[], at: number): void => {
      for (let index = 0; index < calls.length; index++) {
        const next = calls[index];
        const found = next && findings[next.recognizer];
        if (found) next.handler(reading, at, found);
      }
    };
    const { words, digits, signs, text } = reading;
    for (const { start, end } of windows) {
      let word = firstFrom(words, start);
      let run = firstFrom(digits, start);
      let sign = signs.findIndex((at) => at >= start);
      if (sign < 0) sign = signs.length;
      // in the order of the text, so that what a recognizer has found never hides what comes before it
      for (;;) {
        const nextWord = words[word];
        const wordAt = nextWord?.start ?? Number.POSITIVE_INFINITY;
        const digitsAt = digits[run]?.start ?? Number.POSITIVE_INFINITY;
        const signAt = signs[sign] ?? Number.POSITIVE_INFINITY;
        if (wordAt < digitsAt && wordAt < signAt) {
          if (nextWord === undefined || wordAt >= end) break;
          const calls = this.#callsAt(nextWord.lexeme);
          if (calls !== undefined) call(calls, word);
          if (nextWord.capital) call(this.#capitals, word);
          word++;
        } else if (digitsAt < signAt) {
          if (digitsAt >= end) break;
          call(this.#digits, run++);
        } else {
          if (signAt >= end) break;
          const calls = this.#signs.get(text.charCodeAt(signAt));
          if (calls !== undefined) call(calls, signAt);
          sign++;
        }
      }
    }
    for (const [index, { inWindows }] of this.recognizers.entries()) {
      const found = findings[index];
      if (inWindows && found) inWindows(reading, windows, found);
    }
    return spans;
  }
}

function push<Key>(table: Map<Key, Call[]>, key: Key, call: Call): void {
  const calls = table.get(key);
  if (calls) calls.push(call);
  else table.set(key, [call]);
}
