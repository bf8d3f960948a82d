import { customerKey } from '../../../lib/compliance/rules/medicalimaging/customer-key';
import { datastoreRetained } from '../../../lib/compliance/rules/medicalimaging/datastore-retained';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { arn, casesOf, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const STORE = 'AWS::HealthImaging::Datastore';
const kept = (attributes: JsonObject) => stack({ Subject: resource(STORE, {}, attributes) });

export const medicalimagingCases = [
  casesOf(customerKey, {
    'a key of the same stack is compliant': subject(
      STORE,
      { KmsKeyArn: arn('Key') },
      { Key: resource('AWS::KMS::Key') },
    ),
    'no key is a finding': seen(subject(STORE), 'Properties.KmsKeyArn'),
    'a key that AWS manages is a finding': subject(STORE, { KmsKeyArn: 'alias/aws/medical-imaging' }),
    'a key left to a parameter is unknown': subject(STORE, { KmsKeyArn: OPEN }),
  }),
  casesOf(datastoreRetained, {
    'a store that stays is compliant': kept({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
    'a store that goes is a finding': seen(kept({}), 'DeletionPolicy', 'UpdateReplacePolicy'),
    'a store that goes with its stack is a finding': seen(
      kept({ UpdateReplacePolicy: 'Retain' }),
      'DeletionPolicy',
    ),
  }),
];
