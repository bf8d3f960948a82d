import { z } from 'zod';
import { RETENTION_NEEDS } from '../bedrock/approved-model';
import { UNGUARDED_CALLS, type UnguardedCall } from '../bedrock/doors';
import { PROMPT_CLASSES } from '../contract/data-class';
import { InvalidSettings } from './settings';

const words = z.string().trim().min(1);
const approval = { by: words, on: z.iso.date(), record: words };
const texts = z.array(z.string());

const model = z.strictObject({
  modelId: z.string().describe('Foundation model, such as amazon.nova-pro-v1:0'),
  regions: texts.min(1).describe('Regions in which it is called'),
  inferenceProfile: z
    .strictObject({ id: z.string(), destinationRegions: texts.min(1) })
    .optional()
    .describe('The geographic profile through which it is called'),
  dataClasses: z.array(z.enum(PROMPT_CLASSES)).min(1).describe('What its prompts may hold'),
  retentionNeed: z.enum(RETENTION_NEEDS).describe('The least data retention mode under which it answers'),
  baaEntry: words.describe('The business associate agreement that covers it'),
  approval: z.strictObject(approval),
  reviewBy: z.iso.date(),
});

const unguarded = z.strictObject({
  ...approval,
  calls: z.enum(Object.keys(UNGUARDED_CALLS) as [UnguardedCall, ...UnguardedCall[]]),
  principals: texts.min(1),
});

/** What an organization agreed on, as a file. Unknown keys are refused; what the values mean is checked by the constructs. */
const organizationSchema = z.strictObject({
  organizationId: z.string(),
  targetIds: texts.default([]),
  allowedRegions: texts.min(1),
  administrators: texts.default([]),
  models: z.array(model).min(1),
  approvals: z.array(unguarded).default([]),
  guardrailArns: texts.default([]),
  trustedAccounts: z.array(z.strictObject({ account: z.string(), reason: words })).default([]),
  guardrails: z
    .array(z.strictObject({ identifier: z.string(), excludedModels: texts.default([]) }))
    .default([]),
});

export type OrganizationSettings = z.infer<typeof organizationSchema>;

/**
 * @param source names the file in errors
 * @throws InvalidSettings listing every problem
 */
export function parseOrganizationSettings(value: unknown, source: string): OrganizationSettings {
  const result = organizationSchema.safeParse(value);
  if (result.success) return result.data;
  throw new InvalidSettings(
    source,
    result.error.issues.map(
      ({ path, message }) => `${path.map(String).join('.') || '(top level)'}: ${message}`,
    ),
  );
}
