import type { Examples } from '../example';

export const healthlakeExamples: Examples = {
  'healthlake-customer-key': {
    bad: `
FHIRDatastore:
  Type: AWS::HealthLake::FHIRDatastore
  Properties:
    DatastoreTypeVersion: R4
`,
    good: `
FHIRDatastore:
  Type: AWS::HealthLake::FHIRDatastore
  Properties:
    DatastoreTypeVersion: R4
    SseConfiguration:
      KmsEncryptionConfig:
        CmkType: CUSTOMER_MANAGED_KMS_KEY
        KmsKeyId: !GetAtt Key.Arn
Key:
  Type: AWS::KMS::Key
`,
  },
  'healthlake-datastore-retained': {
    bad: `
FHIRDatastore:
  Type: AWS::HealthLake::FHIRDatastore
`,
    good: `
FHIRDatastore:
  Type: AWS::HealthLake::FHIRDatastore
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'healthlake-fine-grained-authorization': {
    bad: `
FHIRDatastore:
  Type: AWS::HealthLake::FHIRDatastore
  Properties:
    IdentityProviderConfiguration:
      AuthorizationStrategy: SMART_ON_FHIR
      FineGrainedAuthorizationEnabled: false
`,
    good: `
FHIRDatastore:
  Type: AWS::HealthLake::FHIRDatastore
  Properties:
    IdentityProviderConfiguration:
      AuthorizationStrategy: SMART_ON_FHIR
      FineGrainedAuthorizationEnabled: true
`,
  },
  'healthlake-no-sample-data': {
    bad: `
FHIRDatastore:
  Type: AWS::HealthLake::FHIRDatastore
  Properties:
    PreloadDataConfig:
      PreloadDataType: SYNTHEA
`,
    good: `
FHIRDatastore:
  Type: AWS::HealthLake::FHIRDatastore
  Properties:
    DatastoreTypeVersion: R4
`,
  },
};
