import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const domainVpcOnly: Rule = {
  id: 'sagemaker-domain-vpc-only',
  title: 'notebooks of a domain reach the network through the VPC only',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'By default a notebook can send what it holds anywhere on the internet, past every control of the VPC.',
  fix: 'set AppNetworkAccessType to VpcOnly',
  resourceTypes: ['AWS::SageMaker::Domain'],
  check(domain) {
    return requireLiteral(
      domain.property('AppNetworkAccessType'),
      (type) => type === 'VpcOnly',
      'must be VpcOnly',
    );
  },
};
