import type { Estate } from './estate';

/** One thing that people leave out, or change, in a governed estate. */
export interface Fault {
  readonly name: string;
  readonly make: (estate: Estate) => void;
  /** What finds it: `<rule> <construct path>`. */
  readonly findings: readonly string[];
  /** The fault that cannot be there together with this one. */
  readonly insteadOf?: string;
}
