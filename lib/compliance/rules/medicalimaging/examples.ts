import type { Examples } from '../example';

export const medicalimagingExamples: Examples = {
  'medicalimaging-customer-key': {
    bad: `
Datastore:
  Type: AWS::HealthImaging::Datastore
  Properties:
    DatastoreName: images
`,
    good: `
Datastore:
  Type: AWS::HealthImaging::Datastore
  Properties:
    DatastoreName: images
    KmsKeyArn: !GetAtt Key.Arn
Key:
  Type: AWS::KMS::Key
`,
  },
  'medicalimaging-datastore-retained': {
    bad: `
Datastore:
  Type: AWS::HealthImaging::Datastore
`,
    good: `
Datastore:
  Type: AWS::HealthImaging::Datastore
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
};
