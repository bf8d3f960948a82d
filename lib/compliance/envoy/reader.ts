import { isList, isObject, own, type Json, type JsonObject } from '../template/json';

/** Something in a bootstrap that weakens it. */
export interface EnvoyProblem {
  /** Dotted path in the bootstrap. */
  readonly path: string;
  /** Ends the sentence "<path> …". */
  readonly message: string;
}

/** A place in a bootstrap: what is there, and where it is. */
export class Place {
  constructor(
    readonly path: string,
    readonly value: Json | undefined,
  ) {}

  /** @param path dotted; a step into nothing is nothing */
  at(path: string): Place {
    let value = this.value;
    for (const step of path.split('.')) value = isObject(value) ? own(value, step) : undefined;
    return new Place(this.path === '' ? path : `${this.path}.${path}`, value);
  }

  /** One step whose name may hold dots. */
  member(name: string): Place {
    const value = isObject(this.value) ? own(this.value, name) : undefined;
    return new Place(`${this.path}[${name}]`, value);
  }

  get isThere(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  items(): readonly Place[] {
    const items = isList(this.value) ? this.value : [];
    return items.map((item, index) => new Place(`${this.path}.${index}`, item));
  }

  entries(): readonly Place[] {
    return isObject(this.value) ? Object.keys(this.value).map((name) => this.member(name)) : [];
  }

  get text(): string {
    return typeof this.value === 'string' ? this.value : '';
  }

  /** Seconds of a duration such as `3600s`; NaN where it is none. */
  get seconds(): number {
    return /^\d+(?:\.\d+)?s$/u.test(this.text) ? Number.parseFloat(this.text) : Number.NaN;
  }

  /** The last part of the type of an extension: `RBAC`, `Router`. */
  get type(): string {
    return this.at('typed_config.@type').text.split('.').at(-1) ?? '';
  }

  problem(message: string): EnvoyProblem {
    return { path: this.path, message };
  }

  /** A problem unless the value is this one. */
  mustBe(value: boolean | string | number): readonly EnvoyProblem[] {
    return this.value === value ? [] : [this.problem(`must be ${String(value)}`)];
  }

  mustBeAbsent(why: string): readonly EnvoyProblem[] {
    return this.isThere ? [this.problem(why)] : [];
  }

  /** Every object and list below, itself too. */
  *within(): Generator<Place> {
    yield this;
    if (isList(this.value)) for (const item of this.items()) yield* item.within();
    else for (const entry of this.entries()) yield* entry.within();
  }
}

export function placeOf(bootstrap: JsonObject): Place {
  return new Place('', bootstrap);
}

/** True for an address that nothing outside of the task reaches. */
export function isLocal(address: Place): boolean {
  if (address.at('pipe').isThere) return true;
  const host = address.at('socket_address.address').text;
  return host === '::1' || /^127\.\d+\.\d+\.\d+$/u.test(host);
}
