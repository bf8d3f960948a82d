import { z } from 'zod';
import { DOORS, GUARDRAILS, LAYERS } from '../access-matrix/access-matrix';

const index = z.int().min(0);

const cause = z.strictObject({
  layer: z.enum(LAYERS),
  policy: z
    .string()
    .optional()
    .describe('Construct path of the policy, or its place; left out where nothing in that layer allows'),
  sid: z.string().optional().describe('Sid of the statement, or its place in the document'),
  needs: z.string().optional().describe('The further action that the call needs and that is decided here'),
});

const cell = z.strictObject({
  door: z.enum(DOORS),
  from: z.array(index).describe('Indexes into `places`'),
  models: z.array(index).optional().describe('Indexes into `models`; left out for doors that name no model'),
  guardrail: z.enum(GUARDRAILS).optional().describe('Left out for doors whose requests name none'),
  verdict: z
    .enum(['allowed', 'denied', 'unknown'])
    .describe('`allowed`: an action of the door is. `unknown`: the templates cannot tell'),
  only: z.array(z.string()).optional().describe('The actions that are allowed, where not all are'),
  by: z.array(cause).describe('What denies, or leaves it open'),
});

export const accessMatrixSchema = z
  .strictObject({
    assumptions: z.array(z.string()),
    leftOut: z.array(z.string()).describe('What was left out, and why; empty when nothing was'),
    models: z.array(
      z.strictObject({
        name: z.string(),
        kind: z
          .enum(['model', 'profile', 'application-profile', 'other', 'probe'])
          .describe('`probe`: named by no policy, to see what stops it'),
        region: z.string().describe('Where the call is made'),
        answersIn: z.array(z.string()),
        takesGuardrail: z
          .boolean()
          .describe('false for models of embeddings and the like: Bedrock applies none to them'),
        approved: z.boolean().describe('Whether a row of `approvals.models` names it'),
      }),
    ),
    places: z
      .array(z.strictObject({ name: z.string(), service: z.string().optional() }))
      .describe('The first is elsewhere, without aws:SourceVpce; the others are VPC endpoints'),
    rows: z.array(
      z.strictObject({
        principals: z
          .array(
            z.strictObject({
              name: z.string(),
              kind: z.enum(['role', 'user', 'account', 'other-account']),
            }),
          )
          .describe('No policy tells them apart'),
        cells: z.array(cell),
      }),
    ),
  })
  .describe(
    'Who can invoke which model, through which door, from where, with which guardrail, evaluated on the policies of the templates',
  );
