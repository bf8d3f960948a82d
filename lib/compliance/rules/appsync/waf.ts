import { finding, type Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { webAclAssociations } from '../wafv2/associations';

export const waf: Rule = {
  id: 'appsync-waf',
  title: 'public GraphQL APIs stand behind a web ACL',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'One nested query can read a whole store; nothing in between would slow it down.',
  fix: 'add an AWS::WAFv2::WebACLAssociation for the API',
  resourceTypes: ['AWS::AppSync::GraphQLApi'],
  check(api) {
    if (accepts(api.property('Visibility'), (value) => value === 'PRIVATE') === true) return 'not-applicable';
    return webAclAssociations(api).length > 0 ? [] : [finding('Properties', 'has no web ACL')];
  },
};
