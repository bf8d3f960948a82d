import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const MODALITIES = ['Audio', 'Document', 'Image', 'Video'];

export const dataAutomationRedaction: Rule = {
  id: 'bedrock-data-automation-redaction',
  title: 'what is read out of documents and recordings is redacted',
  severity: 'error',
  controls: ['164.502(b)', '164.514(b)(2)'],
  profiles: ['strict'],
  why: 'Data automation copies names and numbers out of scans and voices into files that many jobs read.',
  fix: 'set SensitiveDataConfiguration of each modality to DetectionMode DETECTION_AND_REDACTION',
  resourceTypes: ['AWS::Bedrock::DataAutomationProject'],
  check(project) {
    return MODALITIES.flatMap((modality) =>
      requireLiteral(
        project.property(`OverrideConfiguration.${modality}.SensitiveDataConfiguration.DetectionMode`),
        (mode) => mode === 'DETECTION_AND_REDACTION',
        'must be DETECTION_AND_REDACTION',
      ),
    );
  },
};
