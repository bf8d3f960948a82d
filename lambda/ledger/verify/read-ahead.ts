/** Objects that are on their way at a time. */
const WIDTH = 16;

export interface ReadObject {
  readonly key: string;
  /** Undefined: gone since it was listed. */
  readonly bytes: Uint8Array | undefined;
}

/** Reads objects in the order of their keys, some of them ahead. */
export async function* readAhead(
  keys: AsyncIterable<string>,
  get: (key: string) => Promise<Uint8Array | undefined>,
): AsyncGenerator<ReadObject, void, undefined> {
  const ahead: Promise<ReadObject>[] = [];
  for await (const key of keys) {
    const reading = get(key).then((bytes) => ({ key, bytes }));
    // heard when it is its turn
    reading.catch(() => undefined);
    ahead.push(reading);
    const [next] = ahead;
    if (next === undefined || ahead.length < WIDTH) continue;
    void ahead.shift();
    yield await next;
  }
  for (const next of ahead) yield await next;
}
