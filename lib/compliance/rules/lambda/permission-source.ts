import { isService } from '../../policy/principal';
import { finding, unknown, type Rule } from '../../rule';
import { textOf } from '../../template/value';

/** Source: Lambda API reference, AddPermission. */
const SOURCES = ['SourceArn', 'SourceAccount', 'PrincipalOrgID', 'EventSourceToken'] as const;

/** Alexa calls from outside AWS. Source: Lambda developer guide, "Using Lambda with Alexa". */
const ALEXA = /^alexa-(?:appkit|connectedhome)\.amazon\.com$/u;
const actsForOthers = (principal: string): boolean => isService(principal) || ALEXA.test(principal);

export const permissionSource: Rule = {
  id: 'lambda-permission-source',
  title: 'a service may call a function only on behalf of a known source',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(d)'],
  profiles: ['hipaa'],
  why: "Services act for every account: without a source, anybody's bucket, topic or API can make this one call the function (the confused deputy).",
  fix: 'set SourceArn or SourceAccount; for s3.amazonaws.com SourceAccount, as the ARN of a bucket names no account; for Alexa EventSourceToken',
  resourceTypes: ['AWS::Lambda::Permission'],
  check(permission) {
    const principal = permission.property('Principal');
    const services = principal.values.filter((value) => actsForOthers(textOf(value) ?? ''));
    if (services.length === 0) {
      return principal.values.some(({ kind }) => kind === 'unknown')
        ? [unknown(principal.path, 'cannot be read; a service needs SourceArn or SourceAccount')]
        : 'not-applicable';
    }
    const isBucket = services.some((value) => textOf(value)?.startsWith('s3.'));
    const enough = SOURCES.filter((name) => !(isBucket && name === 'SourceArn'));
    const given = enough.map((name) => permission.property(name));
    if (given.some((source) => source.values.every(({ kind }) => kind !== 'absent'))) return [];
    return [
      finding(
        principal.path,
        isBucket
          ? 'is a service, and neither SourceAccount nor PrincipalOrgID says whose'
          : 'is a service, and neither SourceArn, SourceAccount nor PrincipalOrgID says on whose behalf',
      ),
    ];
  },
};
