import type { Examples } from '../example';

export const s3Examples: Examples = {
  's3-access-grant-one-way': {
    bad: `
Research:
  Type: AWS::S3::AccessGrant
  Properties:
    AccessGrantsLocationId: default
    Permission: READWRITE
`,
    good: `
Research:
  Type: AWS::S3::AccessGrant
  Properties:
    AccessGrantsLocationId: default
    Permission: READ
`,
  },
  's3-access-point-bucket-account': {
    bad: `
Research:
  Type: AWS::S3::AccessPoint
  Properties:
    Bucket: records
`,
    good: `
Research:
  Type: AWS::S3::AccessPoint
  Properties:
    Bucket: records
    BucketAccountId: '111122223333'
`,
  },
  's3-access-point-in-vpc': {
    bad: `
Research:
  Type: AWS::S3::AccessPoint
  Properties:
    Bucket: !Ref Records
`,
    good: `
Research:
  Type: AWS::S3::AccessPoint
  Properties:
    Bucket: !Ref Records
    VpcConfiguration:
      VpcId: vpc-0a1b2c3d
`,
  },
  's3-access-point-not-opened': {
    bad: `
Research:
  Type: AWS::S3::AccessPoint
  Properties:
    Bucket: !Ref Records
    PublicAccessBlockConfiguration:
      BlockPublicPolicy: false
`,
    good: `
Research:
  Type: AWS::S3::AccessPoint
  Properties:
    Bucket: !Ref Records
`,
  },
  's3-access-point-policy-not-public': {
    bad: `
Research:
  Type: AWS::S3::AccessPoint
  Properties:
    Bucket: !Ref Records
    Policy:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: s3:GetObject
          Resource: '*'
`,
    good: `
Research:
  Type: AWS::S3::AccessPoint
  Properties:
    Bucket: !Ref Records
    Policy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/reader
          Action: s3:GetObject
          Resource: '*'
`,
  },
  's3-access-point-public-access-blocked': {
    bad: `
Research:
  Type: AWS::S3::AccessPoint
  Properties:
    Bucket: records
`,
    good: `
Research:
  Type: AWS::S3::AccessPoint
  Properties:
    Bucket: records
    PublicAccessBlockConfiguration:
      BlockPublicAcls: true
      BlockPublicPolicy: true
      IgnorePublicAcls: true
      RestrictPublicBuckets: true
`,
  },
  's3-bucket-access-logged': {
    bad: `
Records:
  Type: AWS::S3::Bucket
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    LoggingConfiguration:
      DestinationBucketName: access-logs
`,
  },
  's3-bucket-acl-not-readable': {
    bad: `
Scans:
  Type: AWS::S3::Bucket
  Properties:
    AccessControl: PublicRead
`,
    good: `
Scans:
  Type: AWS::S3::Bucket
  Properties:
    AccessControl: Private
`,
  },
  's3-bucket-acl-not-writable': {
    bad: `
Uploads:
  Type: AWS::S3::Bucket
  Properties:
    AccessControl: PublicReadWrite
`,
    good: `
Uploads:
  Type: AWS::S3::Bucket
`,
  },
  's3-bucket-acls-disabled': {
    bad: `
Scans:
  Type: AWS::S3::Bucket
  Properties:
    OwnershipControls:
      Rules:
        - ObjectOwnership: ObjectWriter
`,
    good: `
Scans:
  Type: AWS::S3::Bucket
  Properties:
    OwnershipControls:
      Rules:
        - ObjectOwnership: BucketOwnerEnforced
`,
  },
  's3-bucket-cors': {
    bad: `
Uploads:
  Type: AWS::S3::Bucket
  Properties:
    CorsConfiguration:
      CorsRules:
        - AllowedMethods: [PUT]
          AllowedOrigins: ['*']
`,
    good: `
Uploads:
  Type: AWS::S3::Bucket
  Properties:
    CorsConfiguration:
      CorsRules:
        - AllowedMethods: [PUT]
          AllowedOrigins: ['https://intake.example.org']
`,
  },
  's3-bucket-encrypted': {
    bad: `
Records:
  Type: AWS::S3::Bucket
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    BucketEncryption:
      ServerSideEncryptionConfiguration:
        - ServerSideEncryptionByDefault:
            SSEAlgorithm: AES256
`,
  },
  's3-bucket-encryption': {
    bad: `
Records:
  Type: AWS::S3::Bucket
`,
    good: `
Key:
  Type: AWS::KMS::Key
Records:
  Type: AWS::S3::Bucket
  Properties:
    BucketEncryption:
      ServerSideEncryptionConfiguration:
        - ServerSideEncryptionByDefault:
            SSEAlgorithm: aws:kms
            KMSMasterKeyID: !GetAtt Key.Arn
`,
  },
  's3-bucket-event-notifications': {
    bad: `
Records:
  Type: AWS::S3::Bucket
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    NotificationConfiguration:
      EventBridgeConfiguration:
        EventBridgeEnabled: true
`,
  },
  's3-bucket-has-policy': {
    bad: `
Records:
  Type: AWS::S3::Bucket
`,
    good: `
Records:
  Type: AWS::S3::Bucket
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Statement:
        - Effect: Deny
          Principal: '*'
          Action: s3:*
          Resource: '*'
          Condition:
            Bool:
              aws:SecureTransport: 'false'
`,
  },
  's3-bucket-key': {
    bad: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    BucketEncryption:
      ServerSideEncryptionConfiguration:
        - ServerSideEncryptionByDefault:
            SSEAlgorithm: aws:kms
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    BucketEncryption:
      ServerSideEncryptionConfiguration:
        - BucketKeyEnabled: true
          ServerSideEncryptionByDefault:
            SSEAlgorithm: aws:kms
`,
  },
  's3-bucket-lifecycle-keeps': {
    bad: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    LifecycleConfiguration:
      Rules:
        - Status: Enabled
          ExpirationInDays: 1
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    LifecycleConfiguration:
      Rules:
        - Status: Enabled
          ExpirationInDays: 365
`,
  },
  's3-bucket-no-acceleration': {
    bad: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    AccelerateConfiguration:
      AccelerationStatus: Enabled
`,
    good: `
Records:
  Type: AWS::S3::Bucket
`,
  },
  's3-bucket-no-customer-provided-keys': {
    bad: `
Records:
  Type: AWS::S3::Bucket
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    BucketEncryption:
      ServerSideEncryptionConfiguration:
        - BlockedEncryptionTypes:
            EncryptionType: [SSE-C]
`,
  },
  's3-bucket-no-website': {
    bad: `
Portal:
  Type: AWS::S3::Bucket
  Properties:
    WebsiteConfiguration:
      IndexDocument: index.html
`,
    good: `
Portal:
  Type: AWS::S3::Bucket
`,
  },
  's3-bucket-not-opened': {
    bad: `
Scans:
  Type: AWS::S3::Bucket
  Properties:
    PublicAccessBlockConfiguration:
      BlockPublicAcls: false
      BlockPublicPolicy: false
      IgnorePublicAcls: false
      RestrictPublicBuckets: false
`,
    good: `
Scans:
  Type: AWS::S3::Bucket
`,
  },
  's3-bucket-object-lock': {
    bad: `
Records:
  Type: AWS::S3::Bucket
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    ObjectLockEnabled: true
`,
  },
  's3-bucket-object-lock-compliance': {
    bad: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    ObjectLockEnabled: true
    ObjectLockConfiguration:
      ObjectLockEnabled: Enabled
      Rule:
        DefaultRetention:
          Mode: GOVERNANCE
          Years: 6
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    ObjectLockEnabled: true
    ObjectLockConfiguration:
      ObjectLockEnabled: Enabled
      Rule:
        DefaultRetention:
          Mode: COMPLIANCE
          Years: 6
`,
  },
  's3-bucket-object-lock-retention': {
    bad: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    ObjectLockEnabled: true
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    ObjectLockEnabled: true
    ObjectLockConfiguration:
      ObjectLockEnabled: Enabled
      Rule:
        DefaultRetention:
          Mode: COMPLIANCE
          Years: 6
`,
  },
  's3-bucket-policy-encrypted-puts': {
    bad: `
Records:
  Type: AWS::S3::Bucket
`,
    good: `
Records:
  Type: AWS::S3::Bucket
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Statement:
        - Effect: Deny
          Principal: '*'
          Action: s3:PutObject
          Resource: !Sub \${Records.Arn}/*
          Condition:
            StringNotEqualsIfExists:
              s3:x-amz-server-side-encryption: aws:kms
`,
  },
  's3-bucket-policy-known-accounts': {
    bad: `
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:root
          Action: s3:GetObject
          Resource: !Sub \${Records.Arn}/*
`,
    good: `
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: !Sub arn:aws:iam::\${AWS::AccountId}:role/reader
          Action: s3:GetObject
          Resource: !Sub \${Records.Arn}/*
`,
  },
  's3-bucket-policy-no-not-action': {
    bad: `
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/reader
          NotAction: s3:Delete*
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/reader
          Action: s3:GetObject
          Resource: '*'
`,
  },
  's3-bucket-policy-no-not-principal': {
    bad: `
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Statement:
        - Effect: Allow
          NotPrincipal:
            AWS: arn:aws:iam::111122223333:role/reader
          Action: s3:GetObject
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/reader
          Action: s3:GetObject
          Resource: '*'
`,
  },
  's3-bucket-policy-no-wildcard-action': {
    bad: `
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/reader
          Action: s3:*
          Resource: '*'
`,
    good: `
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:role/reader
          Action: s3:GetObject
          Resource: '*'
`,
  },
  's3-bucket-policy-not-public': {
    bad: `
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: s3:GetObject
          Resource: !Sub \${Records.Arn}/*
`,
    good: `
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: s3:GetObject
          Resource: !Sub \${Records.Arn}/*
          Condition:
            StringEquals:
              aws:PrincipalOrgID: o-a1b2c3d4e5
`,
  },
  's3-bucket-policy-tls-floor': {
    bad: `
Records:
  Type: AWS::S3::Bucket
`,
    good: `
Records:
  Type: AWS::S3::Bucket
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Statement:
        - Effect: Deny
          Principal: '*'
          Action: s3:*
          Resource: [!GetAtt Records.Arn, !Sub '\${Records.Arn}/*']
          Condition:
            NumericLessThan:
              s3:TlsVersion: 1.2
`,
  },
  's3-bucket-public-access-blocked': {
    bad: `
Scans:
  Type: AWS::S3::Bucket
`,
    good: `
Scans:
  Type: AWS::S3::Bucket
  Properties:
    PublicAccessBlockConfiguration:
      BlockPublicAcls: true
      BlockPublicPolicy: true
      IgnorePublicAcls: true
      RestrictPublicBuckets: true
`,
  },
  's3-bucket-replicated': {
    bad: `
Records:
  Type: AWS::S3::Bucket
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    ReplicationConfiguration:
      Role: arn:aws:iam::111122223333:role/replication
      Rules:
        - Status: Enabled
          Destination:
            Bucket: arn:aws:s3:::records-copy
`,
  },
  's3-bucket-retained': {
    bad: `
Records:
  Type: AWS::S3::Bucket
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  's3-bucket-tls-only': {
    bad: `
Records:
  Type: AWS::S3::Bucket
`,
    good: `
Records:
  Type: AWS::S3::Bucket
Policy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Records
    PolicyDocument:
      Statement:
        - Effect: Deny
          Principal: '*'
          Action: s3:*
          Resource: [!GetAtt Records.Arn, !Sub '\${Records.Arn}/*']
          Condition:
            Bool:
              aws:SecureTransport: 'false'
`,
  },
  's3-bucket-version-lifecycle': {
    bad: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    VersioningConfiguration:
      Status: Enabled
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    VersioningConfiguration:
      Status: Enabled
    LifecycleConfiguration:
      Rules:
        - Status: Enabled
          NoncurrentVersionExpiration:
            NoncurrentDays: 365
`,
  },
  's3-bucket-versioned': {
    bad: `
Records:
  Type: AWS::S3::Bucket
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    VersioningConfiguration:
      Status: Enabled
`,
  },
  's3-metadata-customer-key': {
    bad: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    MetadataConfiguration:
      JournalTableConfiguration:
        RecordExpiration:
          Expiration: DISABLED
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    MetadataConfiguration:
      JournalTableConfiguration:
        RecordExpiration:
          Expiration: DISABLED
        EncryptionConfiguration:
          SseAlgorithm: aws:kms
          KmsKeyArn: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  's3-replication-encrypted': {
    bad: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    ReplicationConfiguration:
      Role: arn:aws:iam::111122223333:role/replication
      Rules:
        - Status: Enabled
          Destination:
            Bucket: arn:aws:s3:::records-copy
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    ReplicationConfiguration:
      Role: arn:aws:iam::111122223333:role/replication
      Rules:
        - Status: Enabled
          SourceSelectionCriteria:
            SseKmsEncryptedObjects:
              Status: Enabled
          Destination:
            Bucket: arn:aws:s3:::records-copy
            EncryptionConfiguration:
              ReplicaKmsKeyID: arn:aws:kms:us-west-2:111122223333:key/0a1b
`,
  },
  's3-report-bucket-account': {
    bad: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    InventoryConfigurations:
      - Id: weekly
        Destination:
          BucketArn: arn:aws:s3:::reports
          Format: CSV
`,
    good: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    InventoryConfigurations:
      - Id: weekly
        Destination:
          BucketAccountId: !Ref AWS::AccountId
          BucketArn: arn:aws:s3:::reports
          Format: CSV
`,
  },
  's3-storage-lens-encrypted': {
    bad: `
Lens:
  Type: AWS::S3::StorageLens
  Properties:
    StorageLensConfiguration:
      Id: all
      IsEnabled: true
      DataExport:
        S3BucketDestination:
          Arn: arn:aws:s3:::lens
`,
    good: `
Lens:
  Type: AWS::S3::StorageLens
  Properties:
    StorageLensConfiguration:
      Id: all
      IsEnabled: true
      DataExport:
        S3BucketDestination:
          Arn: arn:aws:s3:::lens
          Encryption:
            SSEKMS:
              KeyId: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
};
