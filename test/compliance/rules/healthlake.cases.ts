import { customerKey } from '../../../lib/compliance/rules/healthlake/customer-key';
import { datastoreRetained } from '../../../lib/compliance/rules/healthlake/datastore-retained';
import { fineGrainedAuthorization } from '../../../lib/compliance/rules/healthlake/fine-grained-authorization';
import { noSampleData } from '../../../lib/compliance/rules/healthlake/no-sample-data';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  casesOf,
  either,
  NOTHING,
  OPEN,
  resource,
  seen,
  stack,
  subject,
} from '../../support/judge-template';

const STORE = 'AWS::HealthLake::FHIRDatastore';
const PROFILE = 'AWS::HealthLake::DataTransformationProfile';
const KEY = { Key: resource('AWS::KMS::Key') };
const STRATEGY = 'Properties.IdentityProviderConfiguration.FineGrainedAuthorizationEnabled';

const keyed = (config: Json) => subject(STORE, { SseConfiguration: { KmsEncryptionConfig: config } }, KEY);
const kept = (attributes: JsonObject) => stack({ Subject: resource(STORE, {}, attributes) });
const authorized = (config: Json) => subject(STORE, { IdentityProviderConfiguration: config });

export const healthlakeCases = [
  casesOf(customerKey, {
    'a key of the same stack is compliant': keyed({
      CmkType: 'CUSTOMER_MANAGED_KMS_KEY',
      KmsKeyId: arn('Key'),
    }),
    'no key is a finding': seen(subject(STORE), 'Properties.SseConfiguration.KmsEncryptionConfig.KmsKeyId'),
    'a key beside the type of AWS is a finding': seen(
      keyed({ CmkType: 'AWS_OWNED_KMS_KEY', KmsKeyId: arn('Key') }),
      'Properties.SseConfiguration.KmsEncryptionConfig.CmkType',
    ),
    'a transformation without a key is a finding': seen(subject(PROFILE), 'Properties.KmsKeyId'),
    'a key left to a parameter is unknown': keyed({ CmkType: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: OPEN }),
  }),
  casesOf(datastoreRetained, {
    'a store that stays is compliant': kept({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
    'a store that goes is a finding': seen(kept({}), 'DeletionPolicy', 'UpdateReplacePolicy'),
    'a store that goes when replaced is a finding': seen(
      kept({ DeletionPolicy: 'Retain' }),
      'UpdateReplacePolicy',
    ),
  }),
  casesOf(fineGrainedAuthorization, {
    'IAM by default is compliant': subject(STORE),
    'IAM is compliant': authorized({ AuthorizationStrategy: 'AWS_AUTH' }),
    'scopes that count is compliant': authorized({
      AuthorizationStrategy: 'SMART_ON_FHIR',
      FineGrainedAuthorizationEnabled: true,
    }),
    'scopes that do not count is a finding': seen(
      authorized({ AuthorizationStrategy: 'SMART_ON_FHIR_V1', FineGrainedAuthorizationEnabled: false }),
      STRATEGY,
    ),
    'nothing said about scopes is a finding': authorized({ AuthorizationStrategy: 'SMART_ON_FHIR' }),
    'scopes that do not count in one branch is a finding': authorized(
      either({ AuthorizationStrategy: 'SMART_ON_FHIR' }, NOTHING),
    ),
    'a strategy left to a parameter is unknown': authorized({ AuthorizationStrategy: OPEN }),
    'a flag left to a parameter is unknown': authorized({
      AuthorizationStrategy: 'SMART_ON_FHIR',
      FineGrainedAuthorizationEnabled: OPEN,
    }),
  }),
  casesOf(noSampleData, {
    'no sample is compliant': subject(STORE),
    'a sample is a finding': seen(
      subject(STORE, { PreloadDataConfig: { PreloadDataType: 'SYNTHEA' } }),
      'Properties.PreloadDataConfig.PreloadDataType',
    ),
    'a sample left to a parameter is unknown': subject(STORE, { PreloadDataConfig: OPEN }),
  }),
];
