import type { Property } from '../../template/property';

/** One event selector of a trail, classic or advanced, in one form. */
export interface Selector {
  readonly path: string;
  readonly category: 'Management' | 'Data' | 'Other';
  /** Resource types of data events. */
  readonly types: readonly string[];
  /** How the ARNs begin whose events it takes; empty: all. */
  readonly only: readonly string[];
  /** How the ARNs begin whose events it leaves out. */
  readonly except: readonly string[];
  /** Sources (`kms.amazonaws.com`) of the only events it takes; empty: all. */
  readonly onlySources: readonly string[];
  /** Sources whose events it leaves out. */
  readonly exceptSources: readonly string[];
  /** Fields by which it leaves events out, e.g. `readOnly`, `eventSource`. */
  readonly narrowedBy: readonly string[];
  /** True when the template leaves open what it says. */
  readonly wavers: boolean;
}

/** What a trail records when nothing is said. */
export const ALL_MANAGEMENT_EVENTS: Selector = {
  path: 'Properties',
  category: 'Management',
  types: [],
  only: [],
  except: [],
  onlySources: [],
  exceptSources: [],
  narrowedBy: [],
  wavers: false,
};

/** True when a property can have several values, or one that cannot be read. */
export function isOpen(property: Property): boolean {
  return property.values.length !== 1 || property.values[0]?.kind === 'unknown';
}
