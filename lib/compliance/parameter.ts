/** What a parameter can hold. */
export type ParameterValue = number | boolean | string | readonly string[];

/** A threshold or list of a rule that an organization may set, with the value that counts when it does not. */
export interface Parameter<Value extends ParameterValue = ParameterValue> {
  /** In camelCase, unique within the rule. */
  readonly name: string;
  /** What it means, with its unit. */
  readonly description: string;
  readonly default: Value;
}

/** Values by rule id and parameter name, where they are not the defaults. */
export type ParameterValues = Readonly<Record<string, Readonly<Record<string, ParameterValue>>>>;

/** The parameters of one rule, as they are set, and the day on which it judges. */
export class Settings {
  static readonly DEFAULTS = new Settings({});

  /** @param asOf YYYY-MM-DD; not the clock, so that the same input gives the same verdicts. Undefined: nobody said */
  constructor(
    private readonly values: Readonly<Record<string, ParameterValue>>,
    readonly asOf?: string,
  ) {}

  /** The value set, or the default; of the default's type, which {@link parameterProblem} saw to. */
  of<Value extends ParameterValue>(parameter: Parameter<Value>): Value {
    return Object.hasOwn(this.values, parameter.name)
      ? (this.values[parameter.name] as Value)
      : parameter.default;
  }
}

/** What is wrong with a value for a parameter; undefined when nothing is. */
export function parameterProblem(parameter: Parameter, value: unknown): string | undefined {
  const wanted = kindOf(parameter.default);
  return kindOf(value) === wanted ? undefined : `must be a ${wanted}`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value))
    return value.every((member) => typeof member === 'string') ? 'list of texts' : 'list';
  return typeof value === 'number' && !Number.isFinite(value) ? 'number without value' : typeof value;
}
