import { CATEGORIES, isCategory } from '../category';
import { endOfMatch, type Recognizer } from '../recognizer';

const LONGEST_CATEGORY = Math.max(...CATEGORIES.map(({ length }) => length));
const CATEGORY = /\[([A-Z_0-9]+)$/;
const INSIDE = /[A-Za-z0-9_-]{1,64}(?=\])/y;
/** Any other detector that knows better what stands there gives it its name. */
const SCORE = 0.3;

/**
 * `[SSN:512-45-7788]`: what has the form of a token, and is none of ours, or its id would have been a wall. Whoever wrote it
 * calls its inside an identifier, and is believed.
 */
export const lookAlikeToken: Recognizer = {
  name: 'look-alike-token',
  category: 'OTHER_ID',
  atSigns: new Map([
    [
      ':',
      ({ text }, at, found) => {
        const category = CATEGORY.exec(text.slice(Math.max(0, at - LONGEST_CATEGORY - 1), at))?.[1] ?? '';
        if (isCategory(category)) found.add(at + 1, endOfMatch(INSIDE, text, at + 1), SCORE, category);
      },
    ],
  ]),
};
