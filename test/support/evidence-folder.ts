import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Evidence } from '../../lib/compliance/evidence/evidence';
import { sha256 } from '../../lib/compliance/evidence/manifest';
import { writeEvidence } from '../../lib/compliance/evidence/write-evidence';

/** A cloud assembly as far as evidence knows it: templates that have the digests the evidence says, and the evidence. */
export function evidenceFolder(evidence: Evidence): string {
  const assembly = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-evidence-'));
  const templates = evidence.inputs.templates.map((template) => {
    const text = JSON.stringify({ Description: template.path, Resources: {} });
    const file = path.join(assembly, template.path);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return { ...template, sha256: sha256(text) };
  });
  writeEvidence(assembly, { ...evidence, inputs: { ...evidence.inputs, templates } });
  return assembly;
}
