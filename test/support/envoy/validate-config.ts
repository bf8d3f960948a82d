import protobuf from 'protobufjs';
import { checkDuration, checkNumber, checkText, listOf, type PgvRules } from './pgv';

/** What is wrong with a configuration, and what Envoy would warn of. */
export interface ConfigReport {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** How many fields were looked at: a check of nothing finds nothing. */
  readonly fields: number;
}

/** Reads a configuration as Envoy does: strict proto3 JSON, then the rules of protoc-gen-validate. */
export function validateConfig(root: protobuf.Root, type: string, config: unknown): ConfigReport {
  const reading = new Reading(root);
  reading.message(root.lookupType(type), config, type.split('.').at(-1) ?? type);
  return reading;
}

const WRAPPERS: Readonly<Record<string, string>> = {
  BoolValue: 'bool',
  StringValue: 'string',
  UInt32Value: 'uint32',
  UInt64Value: 'uint64',
  Int32Value: 'int32',
  Int64Value: 'int64',
  DoubleValue: 'double',
  FloatValue: 'float',
  BytesValue: 'bytes',
};

class Reading implements ConfigReport {
  readonly errors: string[] = [];
  readonly warnings: string[] = [];
  fields = 0;

  constructor(private readonly root: protobuf.Root) {}

  message(type: protobuf.Type, value: unknown, at: string): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.errors.push(`${at}: is no ${type.name}`);
      return;
    }
    const given = new Set<string>();
    for (const [name, content] of Object.entries(value)) {
      const field = type.fields[name];
      if (!field) {
        this.errors.push(`${at}.${name}: no such field in ${type.fullName}`);
        continue;
      }
      given.add(name);
      this.fields += 1;
      this.warn(field, `${at}.${name}`);
      this.field(field, content, `${at}.${name}`);
    }
    this.missing(type, given, at);
  }

  private warn(field: protobuf.Field, at: string): void {
    if (field.options?.['deprecated'] === true) this.warnings.push(`${at}: deprecated`);
    if (field.comment?.includes('[#not-implemented-hide:]') === true)
      this.warnings.push(`${at}: Envoy does not implement it`);
  }

  private field(field: protobuf.Field, content: unknown, at: string): void {
    const rules = rulesOf(field);
    if (field.map) {
      if (typeof content !== 'object' || content === null) this.errors.push(`${at}: is no map`);
      else
        for (const [key, each] of Object.entries(content))
          this.value(field, each, `${at}[${key}]`, (rules['map']?.['values'] ?? {}) as PgvRules);
    } else if (field.repeated) {
      if (Array.isArray(content)) this.list(field, content, at, rules);
      else this.errors.push(`${at}: is no list`);
    } else this.value(field, content, at, rules);
  }

  private list(field: protobuf.Field, items: readonly unknown[], at: string, rules: PgvRules): void {
    const { min_items: least, max_items: most } = (rules['repeated'] ?? {}) as Readonly<
      Record<string, number | undefined>
    >;
    if (least !== undefined && items.length < least) this.errors.push(`${at}: needs ${least} items`);
    if (most !== undefined && items.length > most) this.errors.push(`${at}: has more than ${most} items`);
    for (const [index, item] of items.entries())
      this.value(field, item, `${at}[${index}]`, (rules['repeated']?.['items'] ?? {}) as PgvRules);
  }

  private value(field: protobuf.Field, value: unknown, at: string, rules: PgvRules): void {
    const report = (problem: string) => void this.errors.push(`${at}: ${problem}`);
    const type = field.resolvedType;
    if (!type) {
      this.scalar(field.type, value, rules, report);
    } else if (type instanceof protobuf.Enum) {
      if (typeof value !== 'string' || !(value in type.values)) report(`is no ${type.name}`);
      else if (
        listOf(rules['enum']?.['not_in'])
          .map(Number)
          .includes(type.values[value] ?? -1)
      )
        report('is not allowed');
    } else if (type.fullName === '.google.protobuf.Duration') {
      checkDuration(value, rules['duration'], report);
    } else if (type.fullName === '.google.protobuf.Any') {
      this.any(value, at, report);
    } else if (type.fullName === '.google.protobuf.Struct') {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) report('is no struct');
    } else if (type.fullName.startsWith('.google.protobuf.') && WRAPPERS[type.name] !== undefined) {
      this.scalar(WRAPPERS[type.name] ?? '', value, rules, report);
    } else this.message(type, value, at);
  }

  private any(value: unknown, at: string, report: (problem: string) => void): void {
    const { '@type': url, ...rest } = (value ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof url !== 'string' || !url.startsWith('type.googleapis.com/')) {
      report('has no @type of type.googleapis.com');
      return;
    }
    let type: protobuf.Type;
    try {
      type = this.root.lookupType(url.slice('type.googleapis.com/'.length));
    } catch {
      report(`is of the unknown type ${url}`);
      return;
    }
    this.message(type, rest, `${at}<${type.name}>`);
  }

  private scalar(type: string, value: unknown, rules: PgvRules, report: (problem: string) => void): void {
    const own = rules[type];
    if (type === 'bool') {
      if (typeof value !== 'boolean') report('is no bool');
      else if (own?.['const'] !== undefined && own['const'] !== value)
        report(`must be ${String(own['const'] === true)}`);
    } else if (type === 'string' || type === 'bytes') {
      if (typeof value !== 'string') report('is no text');
      else if (own) checkText(value, own, report);
    } else if (typeof value !== 'number' || Number.isNaN(value)) {
      report('is no number');
    } else {
      if (/int|fixed/u.test(type) && !Number.isInteger(value)) report('is no whole number');
      if (type.startsWith('u') && value < 0) report('is negative');
      if (own) checkNumber(value, own, report);
    }
  }

  private missing(type: protobuf.Type, given: ReadonlySet<string>, at: string): void {
    for (const field of type.fieldsArray) {
      if (given.has(field.name) || field.partOf) continue;
      const rules = rulesOf(field);
      const isRequired = ['message', 'any', 'duration'].some((kind) => rules[kind]?.['required'] === true);
      const least = rules['repeated']?.['min_items'] as number | undefined;
      const shortest = (rules['string']?.['min_len'] ?? rules['string']?.['min_bytes']) as number | undefined;
      const isZeroRefused =
        field.resolvedType instanceof protobuf.Enum &&
        listOf(rules['enum']?.['not_in']).map(Number).includes(0);
      if (
        isRequired ||
        isZeroRefused ||
        (field.repeated && (least ?? 0) > 0) ||
        (!field.repeated && (shortest ?? 0) > 0 && rules['string']?.['ignore_empty'] !== true)
      )
        this.errors.push(`${at}.${field.name}: is required`);
    }
    for (const choice of type.oneofsArray) {
      const chosen = choice.fieldsArray.filter(({ name }) => given.has(name));
      if (chosen.length > 1) this.errors.push(`${at}: more than one of ${choice.name}`);
      if (chosen.length === 0 && isRequiredChoice(choice))
        this.errors.push(`${at}: one of ${choice.name} is required`);
    }
  }
}

/** Options stand one by one; those of a field belong together. */
function rulesOf(field: protobuf.Field): PgvRules {
  const merged: Record<string, Record<string, unknown>> = {};
  for (const option of (field.parsedOptions ?? []) as readonly Readonly<Record<string, unknown>>[]) {
    const rules = option['(validate.rules)'];
    if (typeof rules !== 'object' || rules === null) continue;
    for (const [kind, content] of Object.entries(rules as Readonly<Record<string, object>>))
      merged[kind] = { ...merged[kind], ...content };
  }
  return merged;
}

function isRequiredChoice(choice: protobuf.OneOf): boolean {
  const parsed = (choice.parsedOptions ?? []) as readonly Readonly<Record<string, unknown>>[];
  return (
    choice.options?.['(validate.required)'] === true ||
    parsed.some((option) => option['(validate.required)'] === true)
  );
}
