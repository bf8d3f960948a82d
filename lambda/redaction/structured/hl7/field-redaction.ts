import { STATE_CODES, STATE_NAMES } from '../../recognizers/us-states';
import type { Category } from '../../category';
import type { DocumentRedaction } from '../document-redaction';
import { yearOf } from '../fhir/dates';
import type { Field } from '../field';
import { escapeText, unescapeText, type Delimiters } from './delimiters';
import type { FieldRule } from './segment-policy';

/** One repetition of a field, by its components. */
export type Components = readonly string[];

const STATES = new Set([...STATE_CODES, ...STATE_NAMES].map((state) => state.toLowerCase()));
const TIMESTAMP =
  /^((?:18|19|20)\d{2})(?:(?:0[1-9]|1[0-2])(?:\d{2}(?:\d{2}(?:\d{2}(?:\d{2}(?:\.\d{1,4})?)?)?)?)?)?(?:[+-]\d{4})?$/;
const SMALL = /^(?:[A-Z]|[1-8]?\d|\d{1,4}\.\d+|"")$/;
const NUMBER = /^[<>=]{0,2}[+-]?\d{1,6}(?:\.\d+)?$/;
const COUNTRY = /^[A-Z]{2,3}$/;
/** HL7 for "delete the value". */
const NULL = '""';

const WHOLE: Partial<Record<FieldRule, Field>> = {
  name: { category: 'NAME', detector: 'hl7-field' },
  place: { category: 'GEO', detector: 'place' },
  location: { category: 'GEO', detector: 'facility' },
  organization: { category: 'GEO', detector: 'facility' },
  mrn: { category: 'MRN', detector: 'hl7-field' },
  account: { category: 'ACCOUNT', detector: 'hl7-field' },
  plan: { category: 'HEALTH_PLAN', detector: 'hl7-field' },
  ssn: { category: 'SSN', detector: 'hl7-field' },
  license: { category: 'LICENSE', detector: 'hl7-field' },
};

/** HL7 table 0203. */
const BY_ID_TYPE = new Map<string, Category>([
  ['', 'OTHER_ID'],
  ['MR', 'MRN'],
  ['PI', 'MRN'],
  ['SS', 'SSN'],
  ['DL', 'LICENSE'],
  ['NPI', 'LICENSE'],
  ['AN', 'ACCOUNT'],
  ['VN', 'ACCOUNT'],
  ['MA', 'HEALTH_PLAN'],
  ['MC', 'HEALTH_PLAN'],
  ['MB', 'HEALTH_PLAN'],
]);

export function categoryOfId(idType: string): Category {
  return BY_ID_TYPE.get(idType) ?? 'OTHER_ID';
}

/** Redacts repetitions of fields. Components that are left out at the end leave no delimiters behind. */
export class FieldRedaction {
  constructor(
    readonly redaction: DocumentRedaction,
    readonly delimiters: Delimiters,
    readonly thisYear: number,
  ) {}

  redact(components: Components, rule: FieldRule): Components {
    if (components.every((component) => component === '' || component === NULL)) return components;
    const whole = WHOLE[rule];
    if (whole) return [this.#field(whole, components.filter((component) => component !== '').join(' '))];
    switch (rule) {
      case 'keep':
        return components.map((component) => this.#subcomponents(component, (text) => this.#kept(text)));
      case 'coded':
        return components.map((component) => this.#subcomponents(component, (text) => this.#coded(text)));
      case 'text':
        return components.map((component) =>
          this.#subcomponents(component, (text) => this.redaction.text(text)),
        );
      case 'date':
        return components.map((component) => this.#date(component));
      case 'person':
        return this.#person(components);
      case 'address':
        return this.#address(components);
      case 'phone':
        return this.#phone(components);
      case 'id':
        return this.#id(components);
      default:
        return components.map((component) => this.#subcomponents(component, (text) => this.#strict(text)));
    }
  }

  /** A field that says nothing of what it holds. */
  #strict(text: string): string {
    if (text === '' || (SMALL.test(text) && this.redaction.known.find(text).length === 0)) return text;
    return TIMESTAMP.test(text) && text.length !== 5 ? this.#date(text) : this.redaction.unknown(text);
  }

  /** A value of a table of HL7 or a vocabulary: what is known of the person goes from it too, and so do dates. */
  #kept(text: string): string {
    return /^[\w .:/^-]{0,24}$/.test(text) && !/\d{6}/.test(text) ? this.#coded(text) : this.#strict(text);
  }

  /** A code stays but for what is known; the words beside it are read, for feeds put fields in wrong places. */
  #coded(text: string): string {
    return /\s/.test(text) ? this.redaction.text(text) : this.redaction.knownIn(text);
  }

  #subcomponents(component: string, redact: (text: string) => string): string {
    const { subcomponent } = this.delimiters;
    return component
      .split(subcomponent)
      .map((source) => {
        const text = unescapeText(source, this.delimiters);
        const redacted = redact(text);
        return redacted === text ? source : escapeText(redacted, this.delimiters);
      })
      .join(subcomponent);
  }

  #field(field: Field, value: string): string {
    const text = unescapeText(value, this.delimiters);
    const redacted = this.redaction.field(field, text);
    return redacted === text ? value : escapeText(redacted, this.delimiters);
  }

  #optional(field: Field, value: string | undefined): string {
    return value === undefined || value === '' || value === NULL ? (value ?? '') : this.#field(field, value);
  }

  #date(value: string): string {
    if (value === '') return value;
    const year = TIMESTAMP.exec(value)?.[1];
    if (value === year) {
      const shown = yearOf(year, this.thisYear);
      if (shown === undefined) this.redaction.count('DATE');
      return shown ?? '';
    }
    const replaced = this.#field({ category: 'DATE', detector: 'hl7-date' }, value);
    if (TIMESTAMP.test(replaced)) return replaced;
    return year === undefined ? '' : (yearOf(year, this.thisYear) ?? '');
  }

  #person(components: Components): Components {
    const [id, ...name] = components;
    const named = name.some((component) => component !== '');
    return [
      this.#optional({ category: named ? 'OTHER_ID' : 'NAME', detector: 'hl7-person' }, id),
      ...(named ? [this.#field({ category: 'NAME', detector: 'hl7-person' }, name.join(' '))] : []),
    ];
  }

  /** XAD: street, other, city, state, ZIP, country, type; what follows is geography below a state. */
  #address([street, other, city, state = '', zip, country = '', type = '']: Components): Components {
    const line: Field = { category: 'GEO', detector: 'street-address' };
    const place: Field = { category: 'GEO', detector: 'place' };
    return trimmed([
      this.#optional(line, street),
      this.#optional(line, other),
      this.#optional(place, city),
      STATES.has(state.toLowerCase()) ? state : this.#optional(place, state),
      this.#optional(place, zip),
      COUNTRY.test(country) ? country : this.#optional(place, country),
      /^[A-Z]{0,3}$/.test(type) ? type : '',
    ]);
  }

  /** XTN: number, use, equipment; the rest repeats the number in parts. */
  #phone([number = '', use = '', equipment = '', ...rest]: Components): Components {
    const category =
      equipment === 'FX' ? 'FAX' : equipment === 'Internet' || use === 'NET' ? 'EMAIL' : 'PHONE';
    const value = [number, ...rest].find((component) => component !== '') ?? '';
    const code = (text: string): string => (/^[A-Za-z]{0,8}$/.test(text) ? this.redaction.knownIn(text) : '');
    return trimmed([this.#optional({ category, detector: 'hl7-phone' }, value), code(use), code(equipment)]);
  }

  /** CX and EI: the number and the kind of number; who assigned it is a facility. */
  #id(components: Components): Components {
    const [number, , , , type = ''] = components;
    const category = categoryOfId(type);
    const kind = BY_ID_TYPE.has(type) ? type : '';
    return trimmed([this.#optional({ category, detector: 'hl7-id' }, number), '', '', '', kind]);
  }
}

function trimmed(components: string[]): string[] {
  while (components.length > 1 && components.at(-1) === '') components.pop();
  return components;
}

/** Whether a text has the form of a number HL7 carries in NM and SN. */
export function isMeasurement(value: string): boolean {
  return NUMBER.test(value);
}
