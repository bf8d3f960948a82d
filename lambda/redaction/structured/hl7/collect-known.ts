import type { KnownValues } from '../known-values';
import { unescapeText, type Delimiters } from './delimiters';
import { categoryOfId } from './field-redaction';
import { ruleOf } from './segment-policy';

/** Names, numbers and towns that the fields of a segment give. */
export function collectFromSegment(line: string, delimiters: Delimiters, known: KnownValues): void {
  const [segment = '', ...fields] = line.split(delimiters.field);
  const text = (value: string | undefined): string => unescapeText(value ?? '', delimiters);
  for (const [at, field] of fields.entries()) {
    if (field === '') continue;
    const rule = ruleOf(segment, at + 1);
    for (const repetition of field.split(delimiters.repetition)) {
      const components = repetition.split(delimiters.component);
      switch (rule) {
        case 'name':
          addNames(components.slice(0, 3));
          break;
        case 'person':
          addNames(components.slice(1, 4));
          break;
        case 'address':
          known.addTown(text(components[2]));
          known.addZip(text(components[4]));
          break;
        case 'phone':
          known.addCode('PHONE', text(components[0]));
          break;
        case 'id':
          known.addCode(categoryOfId(components[4] ?? ''), text(components[0]));
          break;
        case 'mrn':
          known.addCode('MRN', text(components[0]));
          break;
        case 'account':
          known.addCode('ACCOUNT', text(components[0]));
          break;
        case 'plan':
          known.addCode('HEALTH_PLAN', text(components[0]));
          break;
        case 'ssn':
          known.addCode('SSN', text(components[0]));
          break;
        default:
          break;
      }
    }
  }

  function addNames(parts: readonly string[]): void {
    for (const part of parts) {
      for (const name of part.split(delimiters.subcomponent)) known.addName(text(name));
    }
  }
}
