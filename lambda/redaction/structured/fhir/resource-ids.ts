import { randomUUID } from 'node:crypto';
import { isResourceType } from './r4-types';

/** Where references lead after redaction; `.invalid` never resolves (RFC 2606). */
const REDACTED_BASE = 'https://redacted.invalid/fhir';
const REFERENCE =
  /^(?:(https?:\/\/[^?#\s]{1,2000})\/)?([A-Z][A-Za-z]{1,63})\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/;
const OURS = /^(?:urn:uuid:)?5afeda7a-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Where a resource stands: under which base, and the number of the resource around it. */
export interface Place {
  readonly base: string;
  /** Ids of contained resources are told apart by it: they hold inside one resource only. */
  readonly scope: number;
  readonly contained: boolean;
}

export const NOWHERE: Place = { base: '', scope: 0, contained: false };

/**
 * New ids for the resources of one document, the same wherever the old one stood, so that references still resolve. They are
 * random, never derived from the old id (45 CFR 164.514(c)), and nobody keeps the map. Ids of an earlier redaction stay.
 */
export class ResourceIds {
  readonly #new = new Map<string, string>();
  /** Type/id -> the bases under which a resource of this document has it. */
  readonly #declared = new Map<string, Set<string>>();

  #scopes = 0;

  /** A number for a resource and what it contains. */
  nextScope(): number {
    return ++this.#scopes;
  }

  declare(place: Place, type: string, id: string): void {
    const key = `${type}/${id}`;
    const bases = this.#declared.get(key) ?? new Set();
    this.#declared.set(key, bases.add(place.base));
  }

  ofResource(place: Place, type: string, id: string): string {
    if (OURS.test(id)) return id;
    if (place.contained) return this.#newFor(`#${place.scope} ${id}`);
    // one of a kind wherever it stands: as an id, in a reference, or as a URN
    if (UUID.test(id)) return this.#newFor(id.toLowerCase());
    return this.#newFor(`${place.base} ${type}/${id}`);
  }

  /** The place of an entry of a Bundle by its fullUrl. */
  placeOf(fullUrl: string | undefined): Place {
    if (fullUrl === undefined) return NOWHERE;
    const [, base] = REFERENCE.exec(fullUrl) ?? [];
    return base === undefined || base === REDACTED_BASE ? NOWHERE : { ...NOWHERE, base };
  }

  /** A reference or fullUrl with new ids: of the same form if it leads to a resource, else an opaque URN. */
  reference(place: Place, reference: string): string {
    if (reference === '' || reference === '#' || OURS.test(reference)) return reference;
    if (reference.startsWith('#')) {
      return `#${this.ofResource({ ...place, contained: true }, '', reference.slice(1))}`;
    }
    const [, base, type, id] = REFERENCE.exec(reference) ?? [];
    if (type === undefined || id === undefined || !isResourceType(type)) {
      return `urn:uuid:${this.#newFor(urnId(reference))}`;
    }
    const target = { ...NOWHERE, base: base ?? this.#baseFor(place.base, `${type}/${id}`) };
    const path = `${type}/${this.ofResource(target, type, id)}`;
    return base === undefined ? path : `${REDACTED_BASE}/${path}`;
  }

  /** A relative reference is relative to the entry it stands in; if nothing is there, to the one resource so named. */
  #baseFor(base: string, key: string): string {
    const bases = this.#declared.get(key);
    if (bases === undefined || bases.has(base) || bases.size > 1) return base;
    const [only] = bases;
    return only ?? base;
  }

  #newFor(key: string): string {
    const known = this.#new.get(key);
    if (known !== undefined) return known;
    // version 8 of RFC 9562 with a fixed start: how a second redaction knows it
    const fresh = `5afeda7a${randomUUID().slice(8, 14)}8${randomUUID().slice(15)}`;
    this.#new.set(key, fresh);
    return fresh;
  }
}

function urnId(reference: string): string {
  const id = reference.replace(/^urn:uuid:/i, '');
  return UUID.test(id) ? id.toLowerCase() : reference;
}
