import { Assembly } from '../template/assembly';
import type { Json } from '../template/json';
import { Property } from '../template/property';
import { statementsOf, type Statement } from './statement';

/** A plain policy document needs no template; it has the resources and parameters of an empty one. */
const [EMPTY] = new Assembly([{ path: '', sha256: '', body: {} }]).templates;

/**
 * Statements of a policy document as IAM keeps it, or as JSON text.
 * @param name what paths of its statements begin with
 */
export function readDocument(document: Json, name = 'Policy'): readonly Statement[] {
  if (!EMPTY) return [];
  return statementsOf(Property.of(name, document, EMPTY), EMPTY);
}
