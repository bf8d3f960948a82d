import { allows, onEachAllow } from '../../policy/allow';
import { INVOKE_ACTIONS, leavesModelOpen } from '../../policy/bedrock';
import { statementsOf } from '../../policy/statement';
import { finding, type Rule } from '../../rule';

/** A call through one is authorized on the model behind it as well, which another ARN of the policy has to name. */
const APPLICATION_PROFILES =
  /^arn:(?:[\w-]+|\$\{AWS::Partition\}):bedrock:(?:[a-z0-9-]+|\$\{AWS::Region\}):(?:\d{12}|\$\{AWS::AccountId\}):application-inference-profile\/\*$/u;
const ENDPOINT = /\.bedrock-runtime(?:-fips)?$/u;

export const endpointModels: Rule = {
  id: 'bedrock-endpoint-models',
  title: 'the endpoint of Bedrock lets calls of named models through',
  severity: 'error',
  controls: ['164.502(b)', '164.312(e)(1)', '164.308(a)(4)(ii)(B)'],
  profiles: ['ai'],
  why: 'The endpoint is the one place that every call of the network passes: with a list there, no role reaches another model.',
  fix: 'name each model by its ARN in the statement of the endpoint policy that allows bedrock:InvokeModel',
  resourceTypes: ['AWS::EC2::VPCEndpoint'],
  check(endpoint, template) {
    const isRuntime = endpoint
      .property('ServiceName')
      .texts()
      .some((name) => ENDPOINT.test(name));
    const document = endpoint.property('PolicyDocument');
    // an endpoint without a policy is for ec2-endpoint-policy
    if (!isRuntime || !document.isPresent) return 'not-applicable';
    const invokes = INVOKE_ACTIONS.map(
      (action) => (statement: Parameters<typeof allows>[0]) => allows(statement, action),
    );
    return onEachAllow(
      statementsOf(document, template),
      ['action', 'resource'],
      (statement) => {
        if (!invokes.some((does) => does(statement))) return [];
        if (statement.notResources.length > 0)
          return [finding(`${statement.path}.NotResource`, 'lets every model through but those listed')];
        const open = statement.resources.filter(
          (resource) => leavesModelOpen(resource) && !APPLICATION_PROFILES.test(resource),
        );
        return open.length === 0
          ? []
          : [finding(`${statement.path}.Resource`, `${open.join(', ')} names no model`)];
      },
      (statement) => invokes.some((does) => does(statement)),
    );
  },
};
