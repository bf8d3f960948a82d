import { z } from 'zod';
import { PROMPT_CLASSES } from '../../lib/contract/data-class';
import { PURPOSE_NAMES, type PurposeName } from '../../lib/contract/purpose-of-use';
import type { UseCaseManifest } from '../../lib/contract/use-case';

const id = z.string().regex(/^[\w.:/+=,@-]{1,256}$/u);
const useCaseId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
  .max(64);
const principal = z
  .string()
  .regex(
    /^(?:arn:[\w-]+:iam::\d{12}:(?:role|user)\/[\w+=,.@/-]+|spiffe:\/\/[\w.-]+(?:\/[\w.-]+)+|group:[\w.:+=,@-]{1,128})$/u,
  );
const whole = (most: number) => z.int().min(1).max(most);

/** Purposes for which a limited data set may be used (45 CFR 164.514(e)(3)(i)). */
const LIMITED_DATA_SET_PURPOSES: ReadonlySet<PurposeName> = new Set([
  'research',
  'public-health',
  'operations',
]);

export const manifestSchema = z
  .strictObject({
    id: useCaseId,
    version: z.int().min(0),
    dataClass: z.enum(PROMPT_CLASSES),
    purposes: z.array(z.enum(PURPOSE_NAMES as [PurposeName, ...PurposeName[]])).min(1),
    callers: z.array(principal).min(1),
    fields: z.array(z.string().regex(/^[A-Za-z][\w.-]{0,63}$/u)),
    fullRecordJustifications: z.array(id),
    prompts: z.array(
      z.strictObject({
        id,
        version: z.string().regex(/^\d{1,9}$/u),
        sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      }),
    ),
    freeText: z.boolean(),
    models: z.tuple([id], id),
    redaction: z.discriminatedUnion('profile', [
      z.strictObject({ profile: z.literal('safe-harbor') }),
      z.strictObject({ profile: z.literal('strict') }),
      z.strictObject({ profile: z.literal('limited-data-set'), dataUseAgreement: id }),
    ]),
    reidentifiers: z.array(principal),
    approvers: z.array(principal).optional(),
    maxOutputTokens: whole(200_000),
    maxInputLength: whole(1_000_000),
    minimumGrounding: z.number().min(0).max(1).optional(),
    requiresHumanApproval: z.boolean(),
    bodyRetentionDays: whole(36_500),
    requestsPerMinute: whole(1_000_000),
    owner: id,
    riskAnalysisId: id,
  })
  .superRefine((manifest, context) => {
    const odd = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (!manifest.freeText && manifest.prompts.length === 0)
      odd('prompts', 'list a prompt or allow free text: nothing could be asked');
    if (manifest.requiresHumanApproval && (manifest.approvers ?? []).length === 0)
      odd('approvers', 'requiresHumanApproval needs somebody who may approve');
    if (manifest.redaction.profile === 'limited-data-set') {
      if (!manifest.purposes.every((each) => LIMITED_DATA_SET_PURPOSES.has(each)))
        odd('purposes', `a limited data set is for ${[...LIMITED_DATA_SET_PURPOSES].join(', ')} only`);
      if (manifest.dataClass !== 'PHI' && manifest.dataClass !== 'LIMITED_DATA_SET')
        odd('dataClass', 'what leaves dates and places in is PHI or LIMITED_DATA_SET');
    }
  });

/**
 * Use cases by their id, checked once at cold start: a gateway with a wrong manifest does not start.
 *
 * @throws Error that lists every problem with its path; manifests hold nothing of a patient, so it may be read
 */
export function readManifests(given: unknown): ReadonlyMap<string, UseCaseManifest> {
  const result = z.array(manifestSchema).min(1).safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path, message }) => `  ${path.join('.') || '(list)'}: ${message}`,
    );
    throw new Error(`the use cases cannot be used:\n${problems.join('\n')}`);
  }
  const manifests = new Map<string, UseCaseManifest>();
  for (const manifest of result.data) {
    if (manifests.has(manifest.id))
      throw new Error(`two use cases are called ${manifest.id}; ids are unique`);
    manifests.set(manifest.id, manifest);
  }
  return manifests;
}
