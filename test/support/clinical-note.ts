import * as fc from 'fast-check';
import { filler, PLANTED, type Planted } from './planted';

/** An invented note with identifiers planted in it. */
export interface ClinicalNote {
  readonly text: string;
  readonly planted: readonly Planted[];
}

// Sentences that put an identifier together from afar: over lines, in words, from behind
const sentence = fc.constantFrom(
  'She reports chest pain that started last night and has not improved since. ',
  'We discussed the plan with the family and they agreed to proceed. ',
  'The MRI of the lumbar spine shows mild stenosis at L4-L5. ',
  'Continue lisinopril 10 mg daily; recheck BMP in 1 week. ',
  'Reach her by mail, jane at clinic dot org, any time. ',
  'A one hundred and two year old woman from home. ',
  "She was seen on labor day and on new year's eve. ",
  'Rivera, Ana called. ',
  'Discharged to Sunny Pines Rehabilitation and Nursing Center in Dayton, Ohio, where her sister works. ',
  'Ana Rivera, MD will call back. ',
  'Mailing: 1250 North Old Plank Road, Apt 4B, Springfield, IL 62704. ',
  'pt john smith denies pain, and mr. rivera agrees. ',
  'On the third of March, or March 3rd to 5th, 2024 at 10:30 am. ',
  'turned ninety-three last week, in her late nineties. ',
  'call 312 555 0187 ext 22 now ',
  'Visit www.example.org/a/b?c=d or https://portal.example.org/x/y/z#frag, please. ',
  'from 12 Elm St\nSpringfield, IL 62704\nPhone 312-555-0187\n',
);

const stretch = fc.oneof(filler, sentence, sentence);

export const clinicalNote: fc.Arbitrary<ClinicalNote> = fc
  .array(fc.tuple(stretch, fc.oneof(...PLANTED), stretch), { minLength: 1, maxLength: 5 })
  .map((parts) => ({
    text: parts.map(([before, { phrase }, after]) => `${before}${phrase}. ${after}`).join(''),
    planted: parts.map(([, planted]) => planted),
  }));

/** Ways to split a text: into single units, into pieces of given sizes in turn, or not at all. */
export const chunkings: fc.Arbitrary<(text: string) => string[]> = fc
  .oneof(
    fc.constant([1]),
    fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
    fc.constant([Number.MAX_SAFE_INTEGER]),
  )
  .map((sizes) => (text: string) => {
    const pieces: string[] = [];
    for (let at = 0, turn = 0; at < text.length; turn++) {
      const size = sizes[turn % sizes.length] ?? 1;
      pieces.push(text.slice(at, at + size));
      at += size;
    }
    return pieces;
  });
