import { z } from 'zod';

const words = z.string().trim().min(1, 'is empty');
/** A reason of one word is no reason an auditor accepts. */
const sentence = z.string().trim().min(15, 'is too short to be understood: write a sentence');

/** One accepted deviation. All fields but `property` and `environments` are required. */
export const waiverSchema = z.strictObject({
  rule: words.describe('Id of the rule, such as s3-bucket-versioned or HIPAA.Security-LambdaDLQ'),
  resource: words.describe(
    'Construct path, or template#LogicalId, of one resource; * stands for any text but may match one resource only',
  ),
  property: words
    .optional()
    .describe(
      'Dotted path of the one observation that is waived; left out, the rule is waived for the whole resource',
    ),
  environments: z
    .array(words)
    .min(1)
    .optional()
    .describe('Environments the waiver is for; left out, all of them'),
  reason: sentence.describe('Why the rule does not fit here (45 CFR 164.306(d)(3) asks for it in writing)'),
  alternative: sentence.describe('The measure taken instead'),
  owner: words.describe('Who answers for the deviation'),
  approver: words.describe('Who accepted it'),
  ticket: words.describe('Where the decision is recorded'),
  expires: z.iso.date('is no date: write YYYY-MM-DD').describe('Last day it counts'),
});

export type Waiver = z.infer<typeof waiverSchema>;

/** A waiver written beside the construct it is for; the construct is its resource. */
export const inlineWaiverSchema = waiverSchema.omit({ resource: true, environments: true });
export type InlineWaiver = z.infer<typeof inlineWaiverSchema>;

/** Where a waiver was written: in the waiver file, or in code beside its construct. */
export const WAIVER_SOURCES = ['file', 'inline'] as const;

/** A waiver that is set against verdicts. */
export interface PlacedWaiver extends Waiver {
  /** `inline`: `resource` is a construct path, and the waiver is for that construct and those below it. */
  readonly source: (typeof WAIVER_SOURCES)[number];
}

const oneOrMore = z.union([words, z.array(words).min(1)]);

/**
 * A row of the file. One decision may be about several rules that ask the same, and several resources that are alike: each
 * is named, and each rule has to find something on each resource.
 */
export const waiverRowSchema = waiverSchema.extend({
  rule: oneOrMore.describe(
    'Id of the rule, such as s3-bucket-versioned or HIPAA.Security-LambdaDLQ; or a list',
  ),
  resource: oneOrMore.describe(
    'Construct path, or template#LogicalId, of one resource, * stands for any text but may match one resource only; or a list',
  ),
});

/** The waivers of a row: one for each rule on each resource. */
export function waiversOf({ rule, resource, ...rest }: z.infer<typeof waiverRowSchema>): readonly Waiver[] {
  return [rule]
    .flat()
    .flatMap((each) => [resource].flat().map((where) => ({ rule: each, resource: where, ...rest })));
}

export const waiverFileSchema = z.strictObject({
  waivers: z.array(waiverRowSchema).describe('Accepted deviations, each for named rules on named resources'),
});
