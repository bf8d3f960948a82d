import path from 'node:path';
import type { PolicyValidationPluginReport, PolicyViolatingResource, PolicyViolation } from 'aws-cdk-lib';
import { blocks } from '../evidence/build-evidence';
import {
  EVIDENCE_FILES,
  type Evidence,
  type Problem,
  type RuleRecord,
  type VerdictRecord,
} from '../evidence/evidence';

type Observation = VerdictRecord['observations'][number];

/** The CLI drops findings it cannot place in a stack; one at the root of the app it always counts. */
const AT_THE_APP: PolicyViolatingResource = { constructPath: '', locations: [] };

/** What synthesis prints and fails on. The last violation is fatal, so that nothing acknowledged can silence the rest. */
export function reportOf(evidence: Evidence, assemblyDirectory: string): PolicyValidationPluginReport {
  const violations = [
    ...findings(evidence, assemblyDirectory),
    ...evidence.problems.filter((p) => p.blocks).map(problem),
  ];
  if (!evidence.summary.blocks) return { success: true, violations };
  const open = evidence.verdicts.filter(blocks).length;
  const other = evidence.problems.filter((p) => p.blocks).length;
  const where = path.join(assemblyDirectory, EVIDENCE_FILES.directory, EVIDENCE_FILES.html);
  return {
    success: false,
    violations: [
      ...violations,
      {
        ruleName: 'evidence-blocks',
        severity: 'fatal',
        description: `${open} findings without a waiver and ${other} other problems stop this deployment`,
        fix: `read ${where}; mend each finding or have it waived in the waiver file (an acknowledgement in code counts only with every field of a waiver)`,
        violatingResources: [AT_THE_APP],
      },
    ],
  };
}

/** The pack itself failed: nothing was judged. */
export function failure(reason: string): PolicyValidationPluginReport {
  return {
    success: false,
    violations: [
      {
        ruleName: 'pack-failed',
        severity: 'fatal',
        description: `the rules did not run and nothing was judged: ${reason}`,
        violatingResources: [AT_THE_APP],
      },
    ],
  };
}

function findings(evidence: Evidence, assemblyDirectory: string): PolicyViolation[] {
  const rules = new Map(evidence.rules.map((rule) => [rule.id, rule]));
  const byText = new Map<string, PolicyViolation>();
  for (const verdict of evidence.verdicts) {
    if (!blocks(verdict)) continue;
    const rule = rules.get(verdict.rule);
    for (const observation of verdict.observations) {
      if (observation.waiver !== undefined) continue;
      const description = describe(rule, observation);
      const key = `${verdict.rule}\n${description}`;
      const violation = byText.get(key) ?? {
        ruleName: verdict.rule,
        severity: rule?.severity ?? 'error',
        description,
        fix: `${rule?.fix ?? ''} (45 CFR ${rule?.controls.join(', ') ?? ''})`,
        ruleMetadata: { verdict: observation.verdict },
        violatingResources: [],
      };
      byText.set(key, violation);
      violation.violatingResources.push({
        resourceLogicalId: verdict.logicalId,
        templatePath: path.join(assemblyDirectory, verdict.template),
        locations: [observation.property],
      });
    }
  }
  return [...byText.values()];
}

/** The CLI prints the description and the fix, so that property and reason have to be in them. */
function describe(rule: RuleRecord | undefined, { property, message }: Observation): string {
  const where = property === '' || property === 'Properties' ? '' : `${property} `;
  return `${rule?.title ?? ''}: ${where}${message}. Why: ${rule?.why ?? ''}`;
}

function problem({ code, message }: Problem): PolicyViolation {
  return { ruleName: code, severity: 'fatal', description: message, violatingResources: [AT_THE_APP] };
}
