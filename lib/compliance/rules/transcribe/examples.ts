import type { Examples } from '../example';

export const transcribeExamples: Examples = {
  'transcribe-output-encrypted': {
    bad: `
Caller:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Statement:
        Effect: Allow
        Action: transcribe:StartMedicalTranscriptionJob
        Resource: '*'
`,
    good: `
Caller:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Statement:
        Effect: Allow
        Action: transcribe:StartMedicalTranscriptionJob
        Resource: '*'
        Condition:
          StringEquals:
            transcribe:OutputEncryptionKMSKeyId: 1234abcd-12ab-34cd-56ef-1234567890ab
`,
  },
};
