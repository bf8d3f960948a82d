import type { Observation } from '../../rule';
import type { Property } from '../../template/property';

/** What is seen in a block wherever it is there, each thing once; where conditions leave it out, nothing. */
export function whereThere(
  block: Property,
  observe: (block: Property) => readonly Observation[],
): readonly Observation[] {
  const alternatives = block.alternatives().filter(({ isPresent }) => isPresent);
  const seen = new Set<string>();
  return alternatives.flatMap(observe).filter(({ verdict, property, message }) => {
    const text = `${verdict} ${property} ${message}`;
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

/** What is seen in each member of a list that is there. */
export function onEach(
  list: Property,
  observe: (member: Property) => readonly Observation[],
): readonly Observation[] {
  return list.items().flatMap((member) => whereThere(member, observe));
}
