import * as fc from 'fast-check';
import { createRedactor } from '../../../../../lambda/redaction/redactor';
import { createFhirRedactor } from '../../../../../lambda/redaction/structured/fhir/fhir-redactor';
import packed from '../../../../../lambda/redaction/structured/fhir/r4-types.json';
import { misshapen } from '../../../../support/fhir-shape';
import { withoutNewIds } from '../../../../support/new-ids';
import { ISOLDE, plantedBundle, tracesOf, type Person } from '../../../../support/planted-fhir';

const { redact } = createFhirRedactor({ redactor: createRedactor(), thisYear: 2026 });
const runs = process.env['SLOW'] === undefined ? 25 : 1_000;

function survivors(text: string, source: string, person: Person): string[] {
  const left = withoutNewIds(text, source).toLowerCase();
  return tracesOf(person).filter((trace) => left.includes(trace.toLowerCase()));
}

test.each(packed.resources.split(' '))(
  'nothing planted in any element of %s survives, and it stays FHIR',
  (type) => {
    const source = plantedBundle(type, ISOLDE);
    const { text } = redact(source);
    expect(survivors(text, source, ISOLDE)).toEqual([]);
    expect(misshapen(text)).toEqual([]);
    expect(redact(text)).toEqual({ text, counts: {} });
  },
);

const letters = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'.split('')),
  minLength: 5,
  maxLength: 12,
});
const name = letters.map((word) => `Q${word}x`);
const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: length, maxLength: length });

test.each(['Patient', 'Encounter', 'Observation', 'DocumentReference', 'Questionnaire', 'Parameters'])(
  'whoever the patient is, nothing of them survives in a %s',
  (type) => {
    const person = fc.record({
      given: name,
      family: name,
      mrn: digits(7).map((number) => `M${number}`),
      phone: digits(4).map((number) => `312-555-${number}`),
    });
    fc.assert(
      fc.property(person, (person) => {
        const source = plantedBundle(type, person);
        const { text } = redact(source);
        expect(survivors(text, source, person)).toEqual([]);
        expect(misshapen(text)).toEqual([]);
      }),
      { numRuns: runs },
    );
  },
);
