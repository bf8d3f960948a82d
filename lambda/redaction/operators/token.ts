import { InvalidOptionError } from '../errors';
import type { Operator } from './operator';
import { partTitled } from './titled-name';

/**
 * `[NAME:k3X0…]`: a random re-identification code, the same for the same value within one map. It is not derived from the
 * value, and whoever holds the text but not the map cannot go back: 45 CFR 164.514(c). The text is de-identified only
 * as far as a label's would be, and only for those without the map.
 *
 * Title and degree of a name stay beside its token.
 *
 * Idempotent on any text: a token is a wall to every detector.
 */
export const token: Operator = (text, { tokens }) => {
  if (tokens === undefined) {
    throw new InvalidOptionError(`operator token needs a token map in the context: 'tokens'`);
  }
  return ({ category, start, end }) => {
    const value = text.slice(start, end);
    if (category !== 'NAME') return tokens.tokenFor(category, value);
    const { title, name, degree } = partTitled(value);
    return `${title}${tokens.tokenFor(category, name)}${degree}`;
  };
};
