import { z } from 'zod';
import { readApprovals } from '../approvals/read-approvals';
import type { Template } from '../template/template';

const texts = z.array(z.string());
const day = z.string();
const decision = {
  construct: z.string(),
  by: z.string(),
  on: day,
  record: z.string().describe('Ticket or document that holds the reasons'),
};
const status = z.enum(['in-force', 'review-due']).describe('On the day the evidence is of');

export const approvalsSchema = z
  .strictObject({
    models: z.array(
      z.strictObject({
        modelId: z.string(),
        regions: texts,
        inferenceProfile: z.string().optional(),
        destinationRegions: texts,
        dataClasses: texts,
        retentionNeed: z.string(),
        baaEntry: z.string().describe('Entry of the register of business associates'),
        reviewBy: day,
        ...decision,
        status,
      }),
    ),
    exceptions: z.array(
      z.strictObject({ calls: z.string(), actions: texts, principals: texts, ...decision }),
    ),
    associates: z.array(
      z.strictObject({
        construct: z.string(),
        name: z.string(),
        domains: texts,
        baaRecord: z.string(),
        reviewBy: day,
        status,
      }),
    ),
  })
  .describe('What somebody approved, as the metadata of the templates says');

type ApprovalsRecord = z.infer<typeof approvalsSchema>;

/** Approvals in the templates; undefined when there are none. Records that cannot be read are a finding of their own rule. */
export function approvalsOf(templates: readonly Template[], asOf: string): ApprovalsRecord | undefined {
  const { models, exceptions, associates } = readApprovals(templates);
  if (models.length + exceptions.length + associates.length === 0) return undefined;
  const dated = <Row extends { readonly reviewBy: string }>(row: Row) => ({
    ...row,
    status: row.reviewBy < asOf ? ('review-due' as const) : ('in-force' as const),
  });
  const record = {
    models: models.map((row) => dated(unkinded(row))),
    exceptions: exceptions.map(unkinded),
    associates: associates.map((row) => dated(unkinded(row))),
  };
  return record as ApprovalsRecord;
}

function unkinded<Row extends { readonly kind: string }>(record: Row): Omit<Row, 'kind'> {
  const { kind: _kind, ...row } = record;
  return row;
}
