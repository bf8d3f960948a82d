import type { Operator } from './operator';

/**
 * Nothing at all. Serves the same routes as a label, and hides even that something stood there; spaces around it stay.
 *
 * Idempotent on any text: what a cut brings together is read again, until nothing is found.
 */
export const remove: Operator = () => () => '';
