import { z } from 'zod';
import { PROMPT_CLASSES } from '../contract/data-class';
import { PURPOSE_NAMES, type PurposeName } from '../contract/purpose-of-use';
import { words } from './approved-model-settings';

/** Names each entry that was there before by its place. */
function once(
  problem: (at: number, message: string) => void,
  what: string,
  entries: readonly string[],
): void {
  for (const [at, each] of entries.entries())
    if (entries.indexOf(each) < at) problem(at, `${what} '${each}' is there twice; give it one row`);
}

const principals = z.array(
  z
    .string()
    .regex(
      /^(?:arn:[\w-]+:iam::\d{12}:(?:role|user)\/[\w+=,.@/-]+|spiffe:\/\/[\w.-]+(?:\/[\w.-]+)+|group:[\w.:+=,@-]{1,128})$/u,
      'is no ARN of a role or user, no SPIFFE id and no group:NAME',
    ),
);
const field = z.string().regex(/^[A-Za-z][\w.-]{0,63}$/u, 'is no name of a field, such as diagnoses');
const id = z
  .string()
  .regex(/^[\w.:/+=,@-]{1,256}$/u, 'is no id: letters, digits and . : / + = , @ - without blanks');

/** One use case of the gateway. What belongs together with models and fields is checked by `UseCase`. */
export const useCaseSettings = z
  .strictObject({
    useCase: z
      .string()
      .regex(
        /^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u,
        'is no id: 1 to 64 of a-z, 0-9 and single hyphens, such as discharge-summary',
      )
      .describe('Id, such as discharge-summary'),
    version: z.int().min(1).describe('Counts up with each change, and stands in every record'),
    dataClass: z.enum(PROMPT_CLASSES).describe('What its prompts may hold'),
    purposes: z
      .array(z.enum(PURPOSE_NAMES as [PurposeName, ...PurposeName[]]))
      .min(1)
      .describe('Purposes of use (45 CFR 164.506, 164.512) for which it may be asked'),
    callers: principals.min(1).describe('Who may ask: ARNs of roles, SPIFFE ids, group:NAME; no patterns'),
    fields: z.array(field).describe('The only fields that reach a model (45 CFR 164.502(b))'),
    fullRecordJustifications: z
      .array(id)
      .default([])
      .describe('Codes that let a full record through; none: never'),
    prompts: z
      .array(
        z.strictObject({
          id,
          version: z.int().min(1),
          text: words.describe('With placeholders {{field}}'),
          approval: words.describe('Where it is written down who approved it'),
        }),
      )
      .default([]),
    freeText: z.boolean().default(false).describe('Whether callers may write prompts of their own'),
    models: z
      .tuple([z.string()], z.string())
      .describe('Ids of approved models; the first one answers, the next ones are its fall-back'),
    redaction: z
      .discriminatedUnion('profile', [
        z.strictObject({ profile: z.enum(['safe-harbor', 'strict']) }),
        z.strictObject({ profile: z.literal('limited-data-set'), dataUseAgreement: id }),
      ])
      .default({ profile: 'safe-harbor' }),
    reidentifiers: principals.default([]).describe('Who gets identifiers back in answers'),
    approvers: principals.default([]).describe('Who decides on answers that wait'),
    maxOutputTokens: z.int().min(1).max(200_000).default(2048),
    maxInputLength: z
      .int()
      .min(1)
      .max(1_000_000)
      .default(100_000)
      .describe('UTF-16 units of all text of a request'),
    minimumGrounding: z.number().min(0).max(1).optional(),
    requiresHumanApproval: z.boolean().default(false),
    bodyRetentionDays: z
      .int()
      .min(1)
      .max(36_500)
      .default(365)
      .describe('Days for which sealed prompts and answers are kept'),
    requestsPerMinute: z.int().min(1).max(1_000_000).default(60),
    owner: id.describe('Role or team that answers for it'),
    riskAnalysisId: id.describe('Entry of the risk analysis (45 CFR 164.308(a)(1)(ii)(A))'),
  })
  .superRefine((useCase, context) => {
    const problem = (path: readonly PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path: [...path], message });
    for (const list of ['callers', 'reidentifiers', 'approvers'] as const)
      once((at, message) => problem([list, at], message), 'principal', useCase[list]);
    once((at, message) => problem(['models', at], message), 'model', useCase.models);
    const prompts = useCase.prompts.map((prompt) => `${prompt.id}:${prompt.version}`);
    once((at, message) => problem(['prompts', at], message), 'prompt', prompts);
    if (useCase.requiresHumanApproval && useCase.approvers.length === 0)
      problem(
        ['approvers'],
        'is empty, and answers wait for a person (requiresHumanApproval); name who decides',
      );
    if (!useCase.freeText && useCase.prompts.length === 0)
      problem(['prompts'], 'is empty, and there is no free text (freeText): nothing could be asked');
  });

/** The AI gateway; left out, the environment has none. */
export const gatewaySettings = z
  .strictObject({
    signingKeyRotateBy: z.iso.date().describe('By when a new key signs the ledger'),
    onLeak: z
      .enum(['mask', 'refuse'])
      .default('mask')
      .describe('What becomes of an answer with an identifier that nobody sent'),
    provisionedConcurrency: z.int().min(1).optional(),
    inferenceProfiles: z
      .boolean()
      .default(true)
      .describe(
        'Each use case calls its models through application inference profiles of its own, which tell its cost and its calls; false: by their ids',
      ),
    consumers: z
      .record(
        z.string(),
        z.string().regex(/^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/u, 'is no ARN of a role'),
      )
      .default({})
      .describe(
        'Roles of the same account that invoke the function itself, by the name of the alias that each gets; they are callers of a use case besides',
      ),
    useCases: z.array(useCaseSettings).min(1),
  })
  .superRefine(({ useCases }, context) => {
    const problem = (path: readonly PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path: ['useCases', ...path], message });
    once(
      (at, message) => problem([at, 'useCase'], message),
      'use case',
      useCases.map(({ useCase }) => useCase),
    );
    const texts = new Map<string, string>();
    for (const [at, { prompts }] of useCases.entries())
      for (const [index, { id: prompt, version, text }] of prompts.entries()) {
        const name = `${prompt}:${version}`;
        if ((texts.get(name) ?? text) !== text)
          problem(
            [at, 'prompts', index],
            `prompt '${name}' has another text in another use case; count its version up`,
          );
        texts.set(name, text);
      }
  })
  .describe('The one audited, redacting way to a model, and its ledger');

/** Whether some answers wait for a second person. */
export function waitsForPeople({ useCases }: z.infer<typeof gatewaySettings>): boolean {
  return useCases.some(({ requiresHumanApproval }) => requiresHumanApproval);
}

/** Of the state machine that waits for people: endpoint policies name it before it is there. */
export function oversightName(environment: string): string {
  return `hipaa-ai-oversight-${environment}`;
}
