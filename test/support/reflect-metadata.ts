type Metadata = WeakMap<object, Map<unknown, unknown>>;

const metadata: Metadata = new WeakMap();

function getOwnMetadata(key: unknown, target: object): unknown {
  return metadata.get(target)?.get(key);
}

/** The part of the package `reflect-metadata` that `tsyringe`, inside `@peculiar/x509`, asks for when it is loaded. */
const polyfill = {
  getOwnMetadata,
  getMetadata(key: unknown, target: object): unknown {
    for (let place: object | null = target; place; place = Object.getPrototypeOf(place) as object | null) {
      const found = getOwnMetadata(key, place);
      if (found !== undefined) return found;
    }
    return undefined;
  },
  defineMetadata(key: unknown, value: unknown, target: object): void {
    const entries = metadata.get(target) ?? new Map<unknown, unknown>();
    metadata.set(target, entries.set(key, value));
  },
  metadata: (key: unknown, value: unknown) => (target: object) => polyfill.defineMetadata(key, value, target),
};

Object.assign(Reflect, polyfill);
