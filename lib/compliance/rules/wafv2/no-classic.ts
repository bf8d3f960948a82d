import { finding, type Rule } from '../../rule';

export const noClassic: Rule = {
  id: 'wafv2-no-classic',
  title: 'nothing stands behind AWS WAF Classic, which AWS ended',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(B)', '164.308(a)(7)(ii)(C)'],
  profiles: ['hipaa'],
  // Source: AWS WAF developer guide, "AWS WAF Classic": support ended on 30 September 2025
  why: 'AWS ended WAF Classic on 30 September 2025: nobody maintains its rules, and new ones cannot be deployed.',
  fix: 'replace it by AWS::WAFv2 resources',
  resourceTypes: [
    'AWS::WAFv2::WebACL',
    'AWS::WAF::WebACL',
    'AWS::WAFRegional::WebACL',
    'AWS::WAFRegional::WebACLAssociation',
  ],
  check(resource) {
    return resource.type === 'AWS::WAFv2::WebACL' ? [] : [finding('Type', 'belongs to AWS WAF Classic')];
  },
};
