import { Aws, Lazy, Stack, Token, type aws_iam as iam } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { cloudFormationRoleArn } from '../cloudformation-role';
import { ConfigurationError } from '../errors';

/** A pattern that took in everybody would leave the key with administrators only, and no user. */
const IDENTITY_ARN = /^arn:[a-z-]+:iam::\d{12}:(?:role|user)\/[\w+=,.@/-]+\*?$/u;

/** @throws ConfigurationError `Administrators` that are no ARN of a role or user */
export function requireIdentities(scope: IConstruct, patterns: readonly string[]): void {
  for (const pattern of patterns) {
    if (Token.isUnresolved(pattern) || IDENTITY_ARN.test(pattern)) continue;
    throw new ConfigurationError(
      scope,
      'Administrators',
      `'${pattern}' is among the administrators; give ARNs of roles or users of one account, such as arn:aws:iam::111122223333:role/KeyAdministrator`,
    );
  }
}

/**
 * Who administers an envelope key: the deployment role, the account's root user, so that the key cannot be locked out
 * for good, those named, and those added while the app is put together.
 * @throws ConfigurationError `Administrators` that are no ARN of a role or user
 */
export class KeyAdministrators {
  readonly #scope: IConstruct;
  readonly #named: readonly string[];
  readonly #arns: string[];

  constructor(scope: IConstruct, named: readonly string[]) {
    requireIdentities(scope, named);
    this.#scope = scope;
    this.#named = named;
    const root = `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:root`;
    this.#arns = [cloudFormationRoleArn(Stack.of(scope)), root, ...named];
  }

  /** ARN patterns, as they are when the policy is written. */
  get arns(): readonly string[] {
    return Lazy.list({ produce: () => [...new Set(this.#arns)] });
  }

  /**
   * Makes a role an administrator. A role of another stack must be among the named ones already: a key policy that
   * refers to it would tie the key to the stack of its user.
   * @throws ConfigurationError `Administrators` when such a role cannot be, as nobody is named
   */
  add(role: iam.IRole): void {
    if (!Token.isUnresolved(role.roleArn) || Stack.of(role) === Stack.of(this.#scope)) {
      this.#arns.push(role.roleArn);
      return;
    }
    if (this.#named.length > 0) return;
    throw new ConfigurationError(
      this.#scope,
      'Administrators',
      `${role.node.path} is in another stack, and the key names no administrators; give its ARN, such as arn:aws:iam::111122223333:role/KeyAdministrator, as one of administrators`,
    );
  }
}
