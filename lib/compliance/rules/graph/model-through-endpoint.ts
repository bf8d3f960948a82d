import { allows } from '../../policy/allow';
import { INVOKE_ACTIONS } from '../../policy/bedrock';
import { principalPolicies } from '../../policy/principal-policies';
import { finding, type Rule } from '../../rule';
import { hasEndpoint, vpcsOf } from './endpoints';

export const modelThroughEndpoint: Rule = {
  id: 'graph-model-through-endpoint',
  title: 'a function that calls a model reaches Bedrock through an endpoint of its VPC',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.308(b)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'Without the endpoint prompts leave over a NAT gateway to the public address, past every endpoint policy.',
  fix: 'add an interface endpoint for bedrock-runtime with private DNS and a policy to the VPC',
  resourceTypes: ['AWS::Lambda::Function'],
  check(lambda) {
    const callsModel = lambda
      .property('Role')
      .targets()
      .flatMap((role) => principalPolicies(role).attached)
      .some(({ statement }) => INVOKE_ACTIONS.some((action) => allows(statement, action)));
    const vpcs = vpcsOf(lambda);
    if (!callsModel || vpcs.length === 0) return 'not-applicable';
    return vpcs
      .filter((vpc) => !hasEndpoint(vpc, 'bedrock-runtime'))
      .map((vpc) =>
        finding('Properties.VpcConfig', `is in ${vpc.logicalId}, which has no endpoint for bedrock-runtime`),
      );
  },
};
