import type { Resource } from '../template/resource';
import { append, perAssembly } from '../rules/cloudformation/per-assembly';

const ADDITION = 'AWS::IAM::UserToGroupAddition';

/** Groups by what users and memberships call them: the resource, or its name. */
const groups = perAssembly((assembly) => {
  const named = new Map<string, Resource[]>();
  for (const group of assembly.resourcesOf('AWS::IAM::Group'))
    for (const name of group.property('GroupName').texts()) append(named, name, group);
  const added = new Map<Resource | string, Resource[]>();
  for (const addition of assembly.resourcesOf(ADDITION)) {
    const link = addition.property('GroupName');
    const found = [...link.targets(), ...link.texts().flatMap((name) => named.get(name) ?? [])];
    for (const user of addition.property('Users').items())
      for (const who of [...user.targets(), ...user.texts()])
        for (const group of found) append(added, who, group);
  }
  return { named, added };
});

/** The groups of the assembly that a user is in; a role is in none. */
export function groupsOf(principal: Resource): readonly Resource[] {
  if (principal.type !== 'AWS::IAM::User') return [];
  const { named, added } = groups(principal.template.assembly);
  const items = principal.property('Groups').items();
  const byName = principal.property('UserName').texts();
  return [
    ...new Set([
      ...items.flatMap((item) => [
        ...item.targets(),
        ...item.texts().flatMap((name) => named.get(name) ?? []),
      ]),
      ...(added.get(principal) ?? []),
      ...byName.flatMap((name) => added.get(name) ?? []),
    ]),
  ].filter(({ type }) => type === 'AWS::IAM::Group');
}
