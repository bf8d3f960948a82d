import { isEverybody } from '../../policy/principal';
import { allowLiteral, requireLiteral } from '../../requirement';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';

/** Source: Lambda API reference, AddPermission. */
const NARROWING = ['SourceArn', 'SourceAccount', 'PrincipalOrgID', 'EventSourceToken'];

export const notPublic: Rule = {
  id: 'lambda-not-public',
  title: 'functions cannot be called by everybody',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'A function that answers anybody hands the data of its role to anybody.',
  fix: 'name the principal, or add SourceArn, SourceAccount or PrincipalOrgID; set AuthType of URLs to AWS_IAM',
  resourceTypes: ['AWS::Lambda::Permission', 'AWS::Lambda::LayerVersionPermission', 'AWS::Lambda::Url'],
  check(resource) {
    return resource.type === 'AWS::Lambda::Url'
      ? requireLiteral(resource.property('AuthType'), (type) => type === 'AWS_IAM', 'must be AWS_IAM')
      : callers(resource);
  },
};

function callers(permission: Resource): readonly Observation[] {
  const url = permission.property('FunctionUrlAuthType');
  return [...allowLiteral(url, (type) => type !== 'NONE', 'must not be NONE'), ...everybody(permission)];
}

function everybody(permission: Resource): readonly Observation[] {
  if (NARROWING.some((name) => permission.property(name).values.every(({ kind }) => kind !== 'absent')))
    return [];
  if (permission.property('OrganizationId').isPresent) return [];
  const principal = permission.property('Principal');
  if (principal.texts().some(isEverybody))
    return [finding(principal.path, 'is everybody, without a source or organisation')];
  return principal.values.some(({ kind }) => kind === 'unknown')
    ? [unknown(principal.path, 'cannot be read; it must not be everybody')]
    : [];
}
