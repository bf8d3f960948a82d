import type { Category } from '../redaction/category';
import type { Detector } from '../redaction/detector';
import { LABEL, outsideLabels } from '../redaction/label-walls';
import { TokenMap } from '../redaction/operators/token-map';
import { resolveOverlaps } from '../redaction/overlap';
import { KnownValues } from '../redaction/structured/known-values';

/** The tokens of one request. What they stand for is looked for in all that is read later, with or without a cue. */
export class RequestTokens extends TokenMap {
  readonly #known = new KnownValues();
  #size = 0;

  /** How many tokens were given out, one for a value each time. */
  get given(): number {
    return this.#size;
  }

  override tokenFor(category: Category, value: string): string {
    this.#size += 1;
    if (category === 'NAME') this.#known.addName(value);
    else this.#known.addCode(category, value);
    return super.tokenFor(category, value);
  }

  /** Whether a token stands for a value of this request. */
  issued(token: string): boolean {
    return this.restore(token) !== token;
  }

  /**
   * The text without the codes of tokens that this request never gave out, so that no map ever turns them back. What only
   * looks like a token is none, and detectors read it.
   */
  withoutForeign(text: string): { readonly text: string; readonly found: number } {
    let found = 0;
    const own = text.replaceAll(LABEL, (mark) => {
      const colon = mark.indexOf(':');
      if (colon < 0 || this.issued(mark)) return mark;
      found += 1;
      return `${mark.slice(0, colon)}]`;
    });
    return { text: own, found };
  }

  /** The detector, and the values that stand behind tokens by now. */
  and(detector: Detector): Detector {
    return {
      detect: (text) => {
        const known = outsideLabels(text, this.#known.find(text));
        return known.length === 0
          ? detector.detect(text)
          : resolveOverlaps([...detector.detect(text), ...known]);
      },
    };
  }
}
