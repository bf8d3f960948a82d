import { onEachAllow } from '../../policy/allow';
import { statementsOf, type Statement } from '../../policy/statement';
import { isSharedIssuer, openClaims } from '../../policy/web-identity';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Template } from '../../template/template';

export const trustWebIdentitySubject: Rule = {
  id: 'iam-trust-web-identity-subject',
  title: 'a role for identities of a shared provider names audience and subject',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'A provider like GitHub signs tokens for every customer it has: the subject alone says whose pipeline asks.',
  fix: 'compare :aud by StringEquals, and :sub by StringEquals or a StringLike that fixes owner and repository',
  resourceTypes: ['AWS::IAM::Role'],
  check(role, template) {
    return onEachAllow(
      statementsOf(role.property('AssumeRolePolicyDocument'), template),
      ['action'],
      (statement) =>
        statement.actions.some((action) => action === 'sts:assumerolewithwebidentity') &&
        issuersOf(statement, template).some(isSharedIssuer)
          ? observe(statement)
          : [],
    );
  },
};

/** A provider of our own lets in its own people only, and IAM holds them to the provider's list of client ids. */
function issuersOf(statement: Statement, template: Template): readonly string[] {
  const providers = statement.principals.flatMap((principal) => {
    const [, logicalId] = /^\$\{([^.}]+)(?:\.Arn)?\}$/u.exec(principal) ?? [];
    return logicalId === undefined ? [] : (template.resource(logicalId) ?? []);
  });
  return [
    ...statement.principals,
    ...statement.conditions.map(({ key }) => key),
    ...providers.flatMap((provider) => provider.property('Url').texts()),
  ];
}

function observe(statement: Statement): readonly Observation[] {
  const missing = openClaims(statement);
  if (missing.length === 0) return [];
  const open =
    statement.unreadable.includes('Condition') || statement.conditions.some(({ hasGaps }) => hasGaps);
  return [
    open
      ? unknown(statement.path, 'trusts web identities under a condition that cannot be read')
      : finding(statement.path, `trusts web identities without a fixed ${missing.join(' and ')}`),
  ];
}
