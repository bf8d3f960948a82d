import type { Assembly } from '../../template/assembly';

/** Computes something once for each assembly: rules that look across resources share it and never scan again. */
export function perAssembly<T>(compute: (assembly: Assembly) => T): (assembly: Assembly) => T {
  const computed = new WeakMap<Assembly, { readonly result: T }>();
  return (assembly) => {
    const known = computed.get(assembly);
    if (known) return known.result;
    const result = compute(assembly);
    computed.set(assembly, { result });
    return result;
  };
}

export function append<K, T>(map: Map<K, T[]>, key: K, member: T): void {
  const list = map.get(key);
  if (list) list.push(member);
  else map.set(key, [member]);
}
