import { z } from 'zod';
import { RETENTION_NEEDS } from '../bedrock/approved-model';
import { PROMPT_CLASSES } from '../contract/data-class';

export const words = z.string().trim().min(1);

/** Who decided, when, and where that is written down. */
export const approval = { by: words, on: z.iso.date(), record: words };

/** One row of the allow-list of models. What the values mean is checked by `ModelAccess`. */
export const approvedModel = z.strictObject(
  {
    modelId: z.string().describe('Foundation model, such as amazon.nova-pro-v1:0'),
    regions: z.array(z.string()).min(1).describe('Regions in which it is called'),
    inferenceProfile: z
      .strictObject({ id: z.string(), destinationRegions: z.array(z.string()).min(1) })
      .optional()
      .describe('The geographic profile through which it is called'),
    dataClasses: z.array(z.enum(PROMPT_CLASSES)).min(1).describe('What its prompts may hold'),
    retentionNeed: z.enum(RETENTION_NEEDS).describe('The least data retention mode under which it answers'),
    baaEntry: words.describe('The business associate agreement that covers it'),
    approval: z.strictObject(approval).describe('Who approved it, when, and where that is written down'),
    reviewBy: z.iso.date().describe('Last day of the approval: at most 366 days after it was given'),
  },
  {
    error: ({ code, input }) =>
      code === 'invalid_type' && typeof input === 'string'
        ? 'is an id alone; give modelId, regions, dataClasses, retentionNeed, baaEntry, approval and reviewBy'
        : undefined,
  },
);
