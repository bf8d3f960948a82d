import { IDENTITY_POLICY_TYPES, identityStatements, type Statement } from '../../policy/statement';
import type { Resource } from '../../template/resource';
import { append, perAssembly } from '../cloudformation/per-assembly';

/** Policies of the assembly that name their roles, by role and by its name. */
const attached = perAssembly((assembly) => {
  const byRole = new Map<Resource | string, Resource[]>();
  for (const policy of IDENTITY_POLICY_TYPES.flatMap((type) => assembly.resourcesOf(type))) {
    for (const role of [...policy.property('Roles').items(), policy.property('RoleName')]) {
      for (const target of role.targets()) append(byRole, target, policy);
      if (policy.type !== 'AWS::IAM::Role') for (const name of role.texts()) append(byRole, name, policy);
    }
  }
  return byRole;
});

/** Statements of all policies of a role that the assembly has: inline, attached to it, and named by it. */
export function statementsOfRole(role: Resource): readonly Statement[] {
  const byRole = attached(role.template.assembly);
  const names = role.property('RoleName').texts();
  const named = role
    .property('ManagedPolicyArns')
    .items()
    .flatMap((arn) => arn.targets());
  const others = [role, ...names].flatMap((key) => byRole.get(key) ?? []);
  return [...new Set([role, ...others, ...named])].flatMap(identityStatements);
}
