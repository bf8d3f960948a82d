import { finding, type Observation } from '../rule';
import type { Property } from '../template/property';
import type { Template } from '../template/template';
import { onEachAllow } from './allow';
import { parseArn } from './arn';
import { narrowsPrincipal } from './narrowing';
import { wholeAccount } from './principal';
import { statementsOf } from './statement';

/**
 * Allow statements for principals of other accounts, unless a condition says whose principals. An account that is
 * written out counts as another one: a template names its own as `AWS::AccountId`.
 * @param trusted ids of accounts that may be named
 */
export function strangerStatements(
  document: Property,
  template: Template,
  trusted: readonly string[],
): readonly Observation[] {
  return onEachAllow(statementsOf(document, template), ['principal'], (statement) => {
    const strangers = statement.principals.map(accountOf).filter((id) => isStranger(id, trusted));
    if (strangers.length === 0 || narrowsPrincipal(statement) === true) return [];
    return [finding(statement.path, `allows the account ${[...new Set(strangers)].join(', ')}`)];
  });
}

/** The account of a principal; undefined when the template does not say, or when it is a service. */
export function accountOf(principal: string): string | undefined {
  return wholeAccount(principal) ?? parseArn(principal)?.account;
}

/** True for the id of an account that is written out and not among those trusted. */
export function isStranger(account: string | undefined, trusted: readonly string[]): account is string {
  return account !== undefined && /^\d{12}$/u.test(account) && !trusted.includes(account);
}
