import type { Resource } from '../../template/resource';
import { textOf } from '../../template/value';
import { append, perAssembly } from '../cloudformation/per-assembly';
import { ACL_ENTRY, directionsOf } from './acl-entry';

/** VPC takes 40 entries a direction at most; a template with more of them than this does not deploy. */
const MOST = 512;

const entriesByAcl = perAssembly((assembly) => {
  const index = new Map<Resource | string, Resource[]>();
  for (const entry of assembly.resourcesOf(ACL_ENTRY))
    for (const acl of aclsOf(entry)) append(index, acl, entry);
  return index;
});

/** The other entries of the same network ACL that may be there in the same direction. */
export function siblings(entry: Resource): readonly Resource[] {
  const index = entriesByAcl(entry.template.assembly);
  const others = aclsOf(entry).flatMap((acl) => index.get(acl)?.slice(0, MOST) ?? []);
  const directions = directionsOf(entry);
  return [...new Set(others)].filter(
    (other) => other !== entry && directionsOf(other).some((direction) => directions.includes(direction)),
  );
}

/** ACLs of the assembly by resource; others by their id, or by why it cannot be read, e.g. which parameter it is. */
function aclsOf(entry: Resource): readonly (Resource | string)[] {
  const acl = entry.property('NetworkAclId');
  const others = acl.values.flatMap((value) => {
    if (value.kind === 'absent' || value.kind === 'reference') return [];
    return [`${entry.template.path} ${value.kind === 'unknown' ? value.reason : (textOf(value) ?? '')}`];
  });
  return [...acl.targets(), ...others];
}
