import { customerKey } from '../../../lib/compliance/rules/cassandra/customer-key';
import { pointInTimeRecovery } from '../../../lib/compliance/rules/cassandra/point-in-time-recovery';
import { casesOf, NOTHING, seen, subject } from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const TABLE = 'AWS::Cassandra::Table';
const ENCRYPTION = { EncryptionType: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyIdentifier: 'alias/rows' };
export const cassandraCases = [
  casesOf(customerKey, {
    ...propertyCases(TABLE, 'EncryptionSpecification.EncryptionType', {
      good: ['CUSTOMER_MANAGED_KMS_KEY'],
      bad: ['AWS_OWNED_KMS_KEY'],
      absent: 'a finding',
      base: { EncryptionSpecification: ENCRYPTION },
    }),
    'no key is a finding': seen(
      subject(TABLE, { EncryptionSpecification: { ...ENCRYPTION, KmsKeyIdentifier: NOTHING } }),
      'Properties.EncryptionSpecification.KmsKeyIdentifier',
    ),
    'no encryption at all is a finding': seen(
      subject(TABLE),
      'Properties.EncryptionSpecification.EncryptionType',
      'Properties.EncryptionSpecification.KmsKeyIdentifier',
    ),
  }),
  casesOf(
    pointInTimeRecovery,
    propertyCases(TABLE, 'PointInTimeRecoveryEnabled', { good: [true], bad: [false], absent: 'a finding' }),
  ),
];
