import { z } from 'zod';
import { UNGUARDED_CALLS, type UnguardedCall } from '../bedrock/doors';
import { approval, approvedModel, words } from './approved-model-settings';
import { InvalidSettings } from './settings';

const texts = z.array(z.string());

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
  models: z.array(approvedModel).min(1),
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
