import { inlineWaiverSchema, type PlacedWaiver } from './waiver';

/** What an acknowledgement in code comes to: a waiver, or the words for why it is none. */
export type ReadAcknowledgement = { readonly waiver: PlacedWaiver } | { readonly problem: string };

/**
 * Reads the reason text of an acknowledgement. A waiver needs more than a reason, so the text must be JSON with every
 * field: `acknowledgeRule` writes it.
 * @param constructPath of the construct that was acknowledged
 */
export function readInlineWaiver(rule: string, reason: string, constructPath: string): ReadAcknowledgement {
  const where = `the acknowledgement of ${rule} on ${constructPath === '' ? 'the app' : constructPath}`;
  let fields: unknown;
  try {
    fields = JSON.parse(reason);
  } catch {
    return { problem: `${where} has no owner, approver, ticket, last day and alternative; ${REMEDY}` };
  }
  const given = typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? fields : {};
  const result = inlineWaiverSchema.safeParse({ ...given, rule });
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.map(String).join('.')} ${issue.message}`);
    return { problem: `${where} is incomplete: ${faults.join('; ')}; ${REMEDY}` };
  }
  return { waiver: { ...result.data, resource: constructPath, source: 'inline' } };
}

const REMEDY = 'use acknowledgeRule() with every field, or the waiver file';
