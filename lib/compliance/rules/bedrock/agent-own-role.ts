import { finding, unknown, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { append, perAssembly } from '../cloudformation/per-assembly';

const AGENT = 'AWS::Bedrock::Agent';
const ROLE = 'AgentResourceRoleArn';

const agentsByRole = perAssembly((assembly) => {
  const agents = new Map<Resource | string, Resource[]>();
  for (const agent of assembly.resourcesOf(AGENT)) {
    for (const role of rolesOf(agent.property(ROLE))) append(agents, role, agent);
  }
  return agents;
});

export const agentOwnRole: Rule = {
  id: 'bedrock-agent-own-role',
  title: 'every agent has a role of its own',
  severity: 'error',
  controls: ['164.312(a)(2)(i)', '164.308(a)(4)(ii)(B)'],
  profiles: ['ai'],
  why: 'Agents that share a role can all do what any of them needs, and the log cannot tell which one did it.',
  fix: 'give each agent its own AWS::IAM::Role with what that agent needs',
  resourceTypes: [AGENT],
  check(agent) {
    const role = agent.property(ROLE);
    const agents = agentsByRole(agent.template.assembly);
    const others = rolesOf(role).flatMap((each) => (agents.get(each) ?? []).filter((one) => one !== agent));
    const [other] = others;
    if (other) return [finding(role.path, `is also the role of the agent ${other.logicalId}`)];
    return role.values.some(({ kind }) => kind === 'unknown')
      ? [unknown(role.path, 'cannot be read; it must be the role of this agent alone')]
      : [];
  },
};

/** Roles by what they are, or by the ARN that is written out: the same logical id elsewhere is another role. */
function rolesOf(property: Property): readonly (Resource | string)[] {
  const written = property.values.flatMap((value) =>
    value.kind === 'literal' && typeof value.value === 'string' ? value.value : [],
  );
  return [...property.targets(), ...written];
}
