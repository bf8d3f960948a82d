/** A Deny of a control policy, as its JSON has it. */
export interface DenyStatement {
  readonly Sid: string;
  readonly Effect: 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Principal?: '*';
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** @param administrators ARN patterns of roles it does not bind */
export function denyUnless(
  Sid: string,
  Action: readonly string[],
  administrators: readonly string[],
  Resource: string | readonly string[] = '*',
): DenyStatement {
  return {
    Sid,
    Effect: 'Deny',
    Action,
    Resource,
    ...(administrators.length === 0
      ? {}
      : { Condition: { ArnNotLike: { 'aws:PrincipalArn': administrators } } }),
  };
}
