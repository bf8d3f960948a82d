import { accessMatrix } from '../access-matrix/access-matrix';
import { accessMatrixSchema } from '../evidence/access-record';
import { approvalsOf, approvalsSchema } from '../evidence/approval-record';
import type { Evidence } from '../evidence/evidence';
import type { Assembly } from '../template/assembly';

/** Who can invoke what, and what was approved, must be what the templates say. */
export function accessTold(assembly: Assembly, evidence: Evidence): string[] {
  const names = new Set(evidence.inputs.templates.map((template) => template.path));
  const templates = assembly.templates.filter((template) => names.has(template.path));
  const pairs: readonly (readonly [what: string, now: unknown, then: unknown])[] = [
    [
      'access matrix',
      accessMatrixSchema.optional().parse(accessMatrix(assembly, templates)),
      evidence.accessMatrix,
    ],
    [
      'list of approvals',
      approvalsSchema.optional().parse(approvalsOf(templates, evidence.asOf)),
      evidence.approvals,
    ],
  ];
  return pairs
    .filter(([, now, then]) => JSON.stringify(now) !== JSON.stringify(then))
    .map(([what]) => `the ${what} in the evidence is not what the templates say; synthesize again`);
}
