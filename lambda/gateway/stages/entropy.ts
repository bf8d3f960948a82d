import { withoutLabels } from '../../redaction/label-walls';

/** Units looked at together: long enough to tell prose from encoded data, short enough that prose around it hides nothing. */
export const ENTROPY_WINDOW = 256;
const STEP = ENTROPY_WINDOW / 2;
/** Bits a sign, times 1,000. English has some 4,300 and lists of laboratory values 5,000; base64 has 5,800 in a window. */
export const MOST_MILLIBITS = 5_500;
/** Below it too little is there to tell. */
export const LEAST_UNITS = 128;
// other writing has more signs, and more entropy, than base64
const LEAST_ASCII = 0.9;

/**
 * Shannon entropy of the most random part of a text, in thousandths of a bit a UTF-16 unit. Windows of another writing than
 * ASCII count 0, and hexadecimal digits (4,000) look like prose: it finds base64, keys and compressed data.
 */
export function entropyMillibits(given: string): number {
  // tokens are random, and ours
  const text = withoutLabels(given);
  if (text.length < LEAST_UNITS) return 0;
  let most = 0;
  for (let at = 0; at < text.length; at += STEP) {
    const from = Math.max(0, Math.min(at, text.length - ENTROPY_WINDOW));
    most = Math.max(most, windowMillibits(text.slice(from, from + ENTROPY_WINDOW)));
  }
  return most;
}

function windowMillibits(window: string): number {
  const counts = new Uint16Array(128);
  let ascii = 0;
  for (let at = 0; at < window.length; at++) {
    const unit = window.charCodeAt(at);
    if (unit > 127) continue;
    counts[unit] = (counts[unit] ?? 0) + 1;
    ascii += 1;
  }
  if (ascii < window.length * LEAST_ASCII) return 0;
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / ascii) * Math.log2(count / ascii);
  return Math.round(bits * 1000);
}
