/** What a column holds, as the catalog of Glue knows it. Names are in lower case there. */
export type HiveType = 'bigint' | 'boolean' | 'string' | HiveStruct | HiveArray | HiveMap;

export interface HiveStruct {
  readonly struct: HiveColumns;
}

export interface HiveArray {
  readonly array: HiveType;
}

/** Keys are texts. */
export interface HiveMap {
  readonly map: HiveType;
}

export type HiveColumns = Readonly<Record<string, HiveType>>;

/** As Hive writes it: `struct<id:string,version:bigint>`. */
export function hiveText(type: HiveType): string {
  if (typeof type === 'string') return type;
  if ('array' in type) return `array<${hiveText(type.array)}>`;
  if ('map' in type) return `map<string,${hiveText(type.map)}>`;
  const fields = Object.entries(type.struct).map(([name, each]) => `${name}:${hiveText(each)}`);
  return `struct<${fields.join(',')}>`;
}
