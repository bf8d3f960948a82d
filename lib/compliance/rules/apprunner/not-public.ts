import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const notPublic: Rule = {
  id: 'apprunner-not-public',
  title: 'web services do not answer the internet',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'By default App Runner gives every service a public address, without a web application firewall.',
  fix: 'set IngressConfiguration.IsPubliclyAccessible to false and add a VpcIngressConnection',
  resourceTypes: ['AWS::AppRunner::Service'],
  check(service) {
    return requireLiteral(
      service.property('NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible'),
      (value) => !isTrue(value),
      'must be false',
    );
  },
};
