import type { DocumentRedaction } from '../document-redaction';
import type { Place, ResourceIds } from './resource-ids';

/** What the rules of one document share. */
export interface FhirDocument {
  readonly redaction: DocumentRedaction;
  readonly ids: ResourceIds;
  readonly place: Place;
  /** For telling from a year that somebody may be over 89. */
  readonly thisYear: number;
}
