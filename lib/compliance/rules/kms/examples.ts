import type { Examples } from '../example';

export const kmsExamples: Examples = {
  'kms-key-rotation': {
    bad: `
Key:
  Type: AWS::KMS::Key
  Properties:
    EnableKeyRotation: false
`,
    good: `
Key:
  Type: AWS::KMS::Key
  Properties:
    EnableKeyRotation: true
`,
  },
};
