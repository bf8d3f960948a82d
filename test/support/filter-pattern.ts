// Reads the JSON filter patterns of CloudWatch Logs by what they mean, so that tests ask "does this line count?" and not
// how the pattern is written. Source: CloudWatch Logs user guide, "Filter pattern syntax", patterns for JSON log events.
import { at, type Json } from './synthesize';

const TOKEN = /\s*(&&|\|\||[(){}]|NOT EXISTS|!=|>=|<=|=|>|<|"[^"]*"|[^\s(){}=<>!&|"]+)/uy;

function tokensOf(pattern: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < pattern.length) {
    const { lastIndex } = TOKEN;
    const found = TOKEN.exec(pattern)?.[1];
    if (found === undefined) throw new Error(`not a pattern at ${lastIndex}: ${pattern.slice(lastIndex)}`);
    tokens.push(found);
  }
  return tokens;
}

function valueAt(selector: string, line: Json): Json | undefined {
  const steps = selector
    .replace(/^\$\./u, '')
    .split(/[.[\]]/u)
    .filter((step) => step !== '');
  return at(line, ...steps);
}

function compare(value: Json | undefined, operator: string, wanted: string): boolean {
  if (operator === '>') return typeof value === 'number' && value > Number(wanted);
  // what it says of a field that is not there, or of a number, is not needed here
  if (operator === '!=' && typeof value === 'string') return !compare(value, '=', wanted);
  if (operator !== '=') throw new Error(`operator ${operator} is not known here`);
  if (typeof value !== 'string') return false;
  const text = wanted.replaceAll('"', '').replaceAll(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`);
  return new RegExp(`^${text.replaceAll('*', '.*')}$`, 'u').test(value);
}

/** Whether a log line, as JSON, counts under a pattern. Throws at what it does not know, instead of guessing. */
export function matches(pattern: string, line: Json): boolean {
  const tokens = tokensOf(pattern);
  const take = (wanted?: string): string => {
    const token = tokens.shift();
    if (token === undefined || (wanted !== undefined && token !== wanted))
      throw new Error(`${wanted ?? 'more'} expected, ${token ?? 'the end'} found in ${pattern}`);
    return token;
  };
  const term = (): boolean => {
    if (tokens[0] === '(') {
      take('(');
      const result = either();
      take(')');
      return result;
    }
    const value = valueAt(take(), line);
    const operator = take();
    return operator === 'NOT EXISTS' ? value === undefined : compare(value, operator, take());
  };
  const both = (): boolean => {
    let result = term();
    while (tokens[0] === '&&') {
      take();
      const next = term();
      result = result && next;
    }
    return result;
  };
  const either = (): boolean => {
    let result = both();
    while (tokens[0] === '||') {
      take();
      const next = both();
      result = result || next;
    }
    return result;
  };
  take('{');
  const result = either();
  take('}');
  if (tokens.length > 0) throw new Error(`text after the end: ${tokens.join(' ')}`);
  return result;
}
