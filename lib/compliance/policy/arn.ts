/** Parts of an ARN or ARN pattern. Open places (`${AWS::Partition}`) may hold colons of their own and stay whole. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** All that follows the account, colons included. */
  readonly resource: string;
}

/** Undefined when the text has fewer parts than an ARN. */
export function parseArn(text: string): Arn | undefined {
  const parts: string[] = [];
  let start = 0;
  let inside = false;
  for (let i = 0; i < text.length && parts.length < 5; i += 1) {
    if (text[i] === '{' && text[i - 1] === '$') inside = true;
    else if (text[i] === '}') inside = false;
    else if (text[i] === ':' && !inside) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  const [prefix, partition = '', service = '', region = '', account] = parts;
  return prefix === 'arn' && account !== undefined
    ? { partition, service, region, account, resource: text.slice(start) }
    : undefined;
}

/** True when a pattern has a `*` or `?`. */
export function hasWildcard(pattern: string): boolean {
  return /[*?]/u.test(pattern);
}

/** True when nothing but wildcards is said, e.g. `*`, `**`, `?*`. */
export function isAnything(pattern: string): boolean {
  return /^[*?]*\*[*?]*$/u.test(pattern);
}
