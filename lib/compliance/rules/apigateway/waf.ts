import { finding, type Rule } from '../../rule';
import { textOf } from '../../template/value';
import { arnCompanions } from '../cloudformation/arn-companions';
import { STAGE } from './stage';

const associations = arnCompanions(
  ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'],
  (association) => association.property('ResourceArn'),
  {
    name: 'StageName',
    fits: (arn, stage) =>
      stage.property('RestApiId').values.some((api) => arn.includes(`/restapis/${textOf(api) ?? '?'}/`)),
  },
);

export const waf: Rule = {
  id: 'apigateway-waf',
  title: 'stages of an API stand behind a web ACL',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Injection and known exploits reach the application with nothing in between that would stop them.',
  fix: 'add an AWS::WAFv2::WebACLAssociation with the ARN of the stage',
  resourceTypes: [STAGE],
  check(stage) {
    return associations(stage).length > 0 ? [] : [finding('Properties', 'has no web ACL')];
  },
};
