import type { Properties } from './request';

/** What became of a request: a code for the log. */
export interface Outcome {
  readonly outcome: string;
  /** How often the setting is now other than it should be: in how many Regions, say. Not looked at when absent. */
  readonly drifted?: number;
}

/** A setting of the account that CloudFormation has no resource for. `Wanted` is what the custom resource asks. */
export interface AccountSetting<Wanted> {
  /** For the log, e.g. `data-retention-mode`. */
  readonly name: string;
  /** @throws AccountSettingError INVALID_EVENT */
  readonly parse: (properties: Properties) => Wanted;
  /**
   * Makes it so, and makes sure of it. Called again with the same it changes nothing.
   * @param before what was asked before, of an update
   */
  readonly apply: (wanted: Wanted, before: Wanted | undefined) => Promise<Outcome>;
  /** The resource goes. Never leaves the account less protected than it is, unless that was asked in writing. */
  readonly remove: (wanted: Wanted) => Promise<Outcome>;
  /** Looks, and changes nothing. */
  readonly check: (wanted: Wanted) => Promise<Outcome>;
}
