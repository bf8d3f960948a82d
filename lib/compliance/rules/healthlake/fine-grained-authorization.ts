import { finding, unknown, type Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { accepts } from '../cloudformation/members';

export const fineGrainedAuthorization: Rule = {
  id: 'healthlake-fine-grained-authorization',
  title: 'applications with SMART on FHIR see what their scopes say, not the whole store',
  severity: 'error',
  controls: ['164.502(b)', '164.312(a)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'Without it any token that is valid opens every record, whatever its scopes and its patient.',
  fix: 'set IdentityProviderConfiguration.FineGrainedAuthorizationEnabled to true',
  resourceTypes: ['AWS::HealthLake::FHIRDatastore'],
  check(store) {
    const answers = store
      .property('IdentityProviderConfiguration')
      .alternatives()
      .map((provider) => {
        // IAM decides when nothing else is said
        const isIam = accepts(
          provider.at('AuthorizationStrategy'),
          (strategy) => strategy === undefined || strategy === 'AWS_AUTH',
        );
        const isFine = accepts(provider.at('FineGrainedAuthorizationEnabled'), isOn);
        return isIam === true || isFine === true
          ? true
          : isIam === undefined || isFine === undefined
            ? undefined
            : false;
      });
    const path = 'Properties.IdentityProviderConfiguration.FineGrainedAuthorizationEnabled';
    if (answers.includes(false)) return [finding(path, 'must be true')];
    return answers.includes(undefined) ? [unknown(path, 'cannot be read; it must be true')] : [];
  },
};

function isOn(value: unknown): boolean {
  return value === true || (typeof value === 'string' && isTrue(value));
}
