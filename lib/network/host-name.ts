import { Token } from 'aws-cdk-lib';

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/u;
const LONGEST = 255;

/**
 * What keeps a name out of a domain list; `undefined` where nothing does. A `*` may stand for the first label; two labels
 * must follow it, or it would let a whole top-level domain through. Tokens are taken as they are.
 * Source: Route 53 API reference, "CreateFirewallDomainList".
 */
export function hostNameProblem(name: string): string | undefined {
  if (Token.isUnresolved(name)) return undefined;
  const labels = name.split('.');
  const [first, ...rest] = labels;
  const named = first === '*' ? rest : labels;
  if (name.length > LONGEST) return `is longer than ${LONGEST} characters`;
  if (named.length < 2) return 'has fewer than two labels';
  return named.every((label) => LABEL.test(label)) ? undefined : 'is no host name in lower case';
}
