import { statementsOf } from '../../policy/statement';
import type { Resource } from '../../template/resource';
import { append, perAssembly } from '../cloudformation/per-assembly';
import { isSet } from '../cloudformation/set';

const agentsByRole = perAssembly((assembly) => {
  const agents = new Map<Resource, Resource[]>();
  for (const agent of assembly.resourcesOf('AWS::Bedrock::Agent'))
    for (const role of agent.property('AgentResourceRoleArn').targets()) append(agents, role, agent);
  return agents;
});

/**
 * Whether a role is taken by Bedrock alone, for agents that have a guardrail of their own: `bedrock:GuardrailIdentifier`
 * is not documented to be in their calls, so no policy can demand it of them.
 * Source: Bedrock user guide, "Set up permissions to use guardrails".
 */
export function servesGuardedAgents(role: Resource): boolean {
  const agents = agentsByRole(role.template.assembly).get(role) ?? [];
  if (agents.length === 0 || role.type !== 'AWS::IAM::Role') return false;
  const trust = statementsOf(role.property('AssumeRolePolicyDocument'), role.template);
  return (
    trust.every(
      ({ effect, principals, notPrincipals, unreadable }) =>
        effect === 'Deny' ||
        (unreadable.length === 0 &&
          notPrincipals.length === 0 &&
          principals.length > 0 &&
          principals.every((each) => each === 'bedrock.amazonaws.com')),
    ) && agents.every((agent) => isSet(agent.property('GuardrailConfiguration.GuardrailIdentifier')) === true)
  );
}
