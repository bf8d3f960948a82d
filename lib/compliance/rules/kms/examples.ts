import type { Examples } from '../example';

export const kmsExamples: Examples = {
  'kms-alias-own-name': {
    bad: `
Alias:
  Type: AWS::KMS::Alias
  Properties:
    AliasName: alias/aws-records
    TargetKeyId: 0a1b
`,
    good: `
Alias:
  Type: AWS::KMS::Alias
  Properties:
    AliasName: alias/records
    TargetKeyId: 0a1b
`,
  },
  'kms-key-attestation': {
    bad: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/app
          Action: kms:Decrypt
          Resource: '*'
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/app
          Action: kms:Decrypt
          Resource: '*'
          Condition:
            StringEqualsIgnoreCase:
              kms:RecipientAttestation:ImageSha384: 3d8f0a1b
`,
    good: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/app
          Action: kms:Decrypt
          Resource: '*'
          Condition:
            StringEqualsIgnoreCase:
              kms:RecipientAttestation:ImageSha384: 3d8f0a1b
`,
  },
  'kms-key-enabled': {
    bad: `
Key:
  Type: AWS::KMS::Key
  Properties:
    Enabled: false
`,
    good: `
Key:
  Type: AWS::KMS::Key
  Properties:
    Enabled: true
`,
  },
  'kms-key-grants-for-services': {
    bad: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/app
          Action: kms:CreateGrant
          Resource: '*'
`,
    good: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/app
          Action: kms:CreateGrant
          Resource: '*'
          Condition:
            Bool:
              kms:GrantIsForAWSResource: true
`,
  },
  'kms-key-manual-rotation': {
    bad: `
Signing:
  Type: AWS::KMS::Key
  Properties:
    KeySpec: ECC_NIST_P256
    KeyUsage: SIGN_VERIFY
`,
    good: `
Signing:
  Type: AWS::KMS::Key
  Properties:
    KeySpec: ECC_NIST_P256
    KeyUsage: SIGN_VERIFY
    Tags:
      - Key: hipaa-ai:rotate-by
        Value: '2027-06-30'
`,
  },
  'kms-key-one-region': {
    bad: `
Key:
  Type: AWS::KMS::Key
  Properties:
    MultiRegion: true
`,
    good: `
Key:
  Type: AWS::KMS::Key
`,
  },
  'kms-key-origin': {
    bad: `
Key:
  Type: AWS::KMS::Key
  Properties:
    Origin: EXTERNAL
`,
    good: `
Key:
  Type: AWS::KMS::Key
  Properties:
    Origin: AWS_KMS
`,
  },
  'kms-key-policy-bound-services': {
    bad: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            Service: sns.amazonaws.com
          Action: kms:Decrypt
          Resource: '*'
`,
    good: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            Service: sns.amazonaws.com
          Action: kms:Decrypt
          Resource: '*'
          Condition:
            StringEquals:
              aws:SourceAccount: !Ref AWS::AccountId
`,
  },
  'kms-key-policy-duties': {
    bad: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/app
          Action: 'kms:*'
          Resource: '*'
`,
    good: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/administrator
          Action: [kms:PutKeyPolicy, kms:ScheduleKeyDeletion]
          Resource: '*'
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/app
          Action: kms:Decrypt
          Resource: '*'
`,
  },
  'kms-key-policy-known-accounts': {
    bad: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:root
          Action: kms:Decrypt
          Resource: '*'
`,
    good: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/app
          Action: kms:Decrypt
          Resource: '*'
`,
  },
  'kms-key-policy-no-not-action': {
    bad: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/app
          NotAction: kms:ScheduleKeyDeletion
          Resource: '*'
`,
    good: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/app
          Action: kms:Decrypt
          Resource: '*'
`,
  },
  'kms-key-policy-no-not-principal': {
    bad: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          NotPrincipal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/app
          Action: kms:Decrypt
          Resource: '*'
`,
    good: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/app
          Action: kms:Decrypt
          Resource: '*'
`,
  },
  'kms-key-policy-no-wildcard-action': {
    bad: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/app
          Action: 'kms:*'
          Resource: '*'
`,
    good: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/app
          Action: kms:Decrypt
          Resource: '*'
`,
  },
  'kms-key-policy-not-public': {
    bad: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: kms:Decrypt
          Resource: '*'
`,
    good: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/app
          Action: kms:Decrypt
          Resource: '*'
`,
  },
  'kms-key-retained': {
    bad: `
Key:
  Type: AWS::KMS::Key
  Properties:
    PendingWindowInDays: 7
`,
    good: `
Key:
  Type: AWS::KMS::Key
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
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
  'kms-key-spec': {
    bad: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeySpec: ECC_SECG_P256K1
    KeyUsage: SIGN_VERIFY
`,
    good: `
Key:
  Type: AWS::KMS::Key
  Properties:
    KeySpec: SYMMETRIC_DEFAULT
`,
  },
};
