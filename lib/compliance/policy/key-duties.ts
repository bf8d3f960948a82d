import { allows } from './allow';
import { parseArn } from './arn';
import { narrowsBy } from './narrowing';
import { covers, reachesAction } from './pattern';
import { isEverybody, isService, wholeAccount } from './principal';
import type { Statement } from './statement';

/** Source: KMS developer guide, "Key policies", default statements for administrators and for users. */
const ADMINISTRATION = [
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'kms:DisableKey',
  'kms:RevokeGrant',
] as const;
const USE = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
] as const;

const PRINCIPAL = 'aws:principalarn';
const POSITIVE = /^(?:arnlike|arnequals|stringlike|stringequals)$/u;
const NEGATIVE = /^(?:arnnotlike|arnnotequals|stringnotlike|stringnotequals)$/u;

/** An administrative action that a statement allows to anybody but AWS services. */
export function administers(statement: Statement): string | undefined {
  return isForPeople(statement) ? ADMINISTRATION.find((action) => allows(statement, action)) : undefined;
}

/** A cryptographic action that a statement allows to anybody but AWS services. */
export function uses(statement: Statement): string | undefined {
  return isForPeople(statement) ? USE.find((action) => allows(statement, action)) : undefined;
}

function isForPeople({ principals, notPrincipals }: Statement): boolean {
  return notPrincipals.length > 0 || principals.some((principal) => !isService(principal));
}

/**
 * True when somebody may do what one statement allows to administrators and what another allows to users, and neither
 * a condition on `aws:PrincipalArn` nor `kms:ViaService` nor a Deny keeps the two apart.
 */
export function meetInOnePrincipal(
  administration: Statement,
  use: Statement,
  all: readonly Statement[],
): boolean {
  const administrators = whoIn(administration);
  const users = whoIn(use);
  const excluded = principalArns(use, NEGATIVE);
  return (
    administrators.some((one) => users.some((other) => overlap(one, other))) &&
    narrowsBy(use, (key) => key === 'kms:viaservice') !== true &&
    !administrators.every((one) => excluded?.some((pattern) => covers(pattern, one))) &&
    !all.some((statement) => keepsFromUse(statement, administrators))
  );
}

/** The principals, or the ARNs that a condition narrows them to. */
function whoIn(statement: Statement): readonly string[] {
  const people = statement.principals.filter((principal) => !isService(principal));
  return principalArns(statement, POSITIVE) ?? (statement.notPrincipals.length > 0 ? ['*'] : people);
}

/** Only what can be read in full keeps anybody out. */
function principalArns({ conditions }: Statement, operators: RegExp): readonly string[] | undefined {
  return conditions.find(
    ({ operator, key, optional, hasGaps, values }) =>
      key === PRINCIPAL &&
      !optional &&
      !hasGaps &&
      values.length > 0 &&
      operators.test(operator.toLowerCase()),
  )?.values;
}

function overlap(one: string, other: string): boolean {
  return covers(one, other) || covers(other, one) || isAmong(one, other) || isAmong(other, one);
}

/** True when a principal is everybody, or all of the account that the other may belong to. */
function isAmong(everyone: string, principal: string): boolean {
  if (isEverybody(everyone)) return true;
  const account = wholeAccount(everyone);
  const other = wholeAccount(principal) ?? parseArn(principal)?.account;
  // an account left open, like `${AWS::AccountId}`, may be any account written out
  return (
    account !== undefined && (account === other || account.includes('${') || other?.includes('${') === true)
  );
}

/** A Deny of direct use for the administrators; what services do on their behalf may pass. */
function keepsFromUse(statement: Statement, administrators: readonly string[]): boolean {
  const denied = principalArns(statement, POSITIVE);
  return (
    statement.effect === 'Deny' &&
    !statement.wavers &&
    statement.principals.some(isEverybody) &&
    USE.every((action) => reachesAction(statement.actions, action)) &&
    statement.conditions.every(({ key }) => key === PRINCIPAL || key === 'kms:viaservice') &&
    administrators.every((one) => denied?.some((pattern) => covers(pattern, one)))
  );
}
