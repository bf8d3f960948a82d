import type { Parameter, Settings } from './parameter';
import type { Profile } from './profile';
import type { Resource } from './template/resource';
import type { Template } from './template/template';

/**
 * How much a finding weighs. Every finding blocks; `fatal` ones cannot be waived.
 * `warning` is for reading: it blocks too, as cdk-nag 3 does.
 */
export type Severity = 'fatal' | 'error' | 'warning';

/** The resource type of rules that look at every resource, whatever its type. */
export const ANY_TYPE = '*';

/** Something a rule saw on one resource. */
export interface Observation {
  /** `finding`: the resource breaks the rule. `unknown`: the template alone cannot tell. */
  readonly verdict: 'finding' | 'unknown';
  /** Dotted path in the resource, e.g. `Properties.KeyPolicy.Statement.2`. */
  readonly property: string;
  /** What is wrong there; never a value that could be a secret. */
  readonly message: string;
}

/** `not-applicable`, or what was seen; nothing seen means compliant. */
export type Judgement = 'not-applicable' | readonly Observation[];

/** A requirement on resources, as data and one pure function over the synthesized template. */
export interface Rule {
  /** `<service>-<file name>`, unique. */
  readonly id: string;
  /** The requirement in one line. */
  readonly title: string;
  readonly severity: Severity;
  /** Paragraphs of 45 CFR 164 it supports; each is a row of `law/controls.json`. */
  readonly controls: readonly [string, ...string[]];
  /**
   * Profiles it belongs to besides `strict`, which has every rule. `['strict']` for what goes beyond the law or costs
   * more noise than it is worth by default.
   */
  readonly profiles: readonly [Profile, ...Profile[]];
  /** Rows of `law/nprm-2025.json` it would support; the proposal is not law. */
  readonly proposed?: readonly string[];
  /** What an organization may set; `check` reads them from its settings. */
  readonly parameters?: readonly Parameter[];
  /** What goes wrong without it. */
  readonly why: string;
  /** What to change. */
  readonly fix: string;
  /** CloudFormation types it looks at, or {@link ANY_TYPE} alone. */
  readonly resourceTypes: readonly [string, ...string[]];
  /** Pure and total: throwing is reported as a fatal finding of its own. */
  check(resource: Resource, template: Template, settings: Settings): Judgement;
}

export function finding(property: string, message: string): Observation {
  return { verdict: 'finding', property, message };
}

export function unknown(property: string, message: string): Observation {
  return { verdict: 'unknown', property, message };
}
