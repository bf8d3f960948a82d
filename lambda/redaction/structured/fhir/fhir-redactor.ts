import { DocumentRedaction } from '../document-redaction';
import type { StructuredRedaction, StructuredRedactorOptions } from '../field';
import { readJson } from '../json/json-reader';
import { memberOf, stringMember, type Json } from '../json/json-tree';
import { writeLike } from '../json/json-writer';
import { StructuredError } from '../structured-error';
import { collectKnown } from './collect-known';
import { redactResource } from './element-redaction';
import { NOWHERE, ResourceIds, type Place } from './resource-ids';

export interface FhirRedactor {
  /**
   * One FHIR R4 resource or Bundle in JSON, or a list of them, redacted and still FHIR.
   * @throws StructuredError INVALID_JSON, or INVALID_FHIR for JSON that is no resource
   */
  readonly redact: (json: string) => StructuredRedaction;
}

export interface FhirRedactorOptions extends StructuredRedactorOptions {
  /**
   * The year ages are reckoned to.
   * @default the year of the call, by UTC
   */
  readonly thisYear?: number;
}

/**
 * Whether a JSON document is a FHIR resource, or a list of them and of nothing else.
 * @throws StructuredError INVALID_JSON
 */
export function isFhir(json: string): boolean {
  return resourcesIn(readJson(json)).length > 0;
}

export function createFhirRedactor(options: FhirRedactorOptions): FhirRedactor {
  return {
    redact(json) {
      const document = readJson(json);
      const resources = resourcesIn(document);
      if (resources.length === 0) {
        throw new StructuredError('INVALID_FHIR', 'no resource: an object with a resourceType is needed');
      }
      const redaction = new DocumentRedaction(options);
      const ids = new ResourceIds();
      for (const resource of resources) declareResources(resource, ids, NOWHERE);
      collectKnown(document, redaction.known);
      const thisYear = options.thisYear ?? new Date().getUTCFullYear();
      const items = resources.map((resource) =>
        redactResource(resource, {
          redaction,
          ids,
          place: { ...NOWHERE, scope: ids.nextScope() },
          thisYear,
        }),
      );
      const [first = document] = items;
      const redacted: Json = document.kind === 'array' ? { kind: 'array', items } : first;
      return { text: writeLike(json, redacted), counts: redaction.counts };
    },
  };
}

/** The one resource a document is, or those it is a list of; none if anything else is there. */
function resourcesIn(document: Json): readonly Json[] {
  const nodes = document.kind === 'array' ? document.items : [document];
  return nodes.every((node) => stringMember(node, 'resourceType') !== undefined) ? nodes : [];
}

function declareResources(resource: Json, ids: ResourceIds, place: Place): void {
  const [type, id] = [stringMember(resource, 'resourceType'), stringMember(resource, 'id')];
  if (type !== undefined && id !== undefined) ids.declare(place, type, id);
  const entries = memberOf(resource, 'entry');
  if (type !== 'Bundle' || entries?.kind !== 'array') return;
  for (const entry of entries.items) {
    const inner = memberOf(entry, 'resource');
    if (inner) declareResources(inner, ids, ids.placeOf(stringMember(entry, 'fullUrl')));
  }
}
