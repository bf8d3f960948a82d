import { customerKey } from '../../../lib/compliance/rules/kendra/customer-key';
import { databaseInVpc } from '../../../lib/compliance/rules/kendra/database-in-vpc';
import { userContext } from '../../../lib/compliance/rules/kendra/user-context';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, OPEN, ref, resource, seen, subject } from '../../support/judge-template';
import { kendraMoreCases } from './kendra-more.cases';

const INDEX = 'AWS::Kendra::Index';
const SOURCE = 'AWS::Kendra::DataSource';
const keyed = (key: Json) =>
  subject(
    INDEX,
    { ServerSideEncryptionConfiguration: { KmsKeyId: key } },
    { Key: resource('AWS::KMS::Key') },
  );
const database = (config: JsonObject) =>
  subject(SOURCE, { DataSourceConfiguration: { DatabaseConfiguration: config } });
const token = (policy: JsonObject) =>
  subject(INDEX, {
    UserTokenConfigurations: [{ JwtTokenTypeConfiguration: { KeyLocation: 'URL' } }],
    ...policy,
  });

export const kendraCases = [
  ...kendraMoreCases,
  casesOf(customerKey, {
    'a key of the same stack is compliant': keyed(ref('Key')),
    'no key is a finding': seen(subject(INDEX), 'Properties.ServerSideEncryptionConfiguration.KmsKeyId'),
    'a key that AWS manages is a finding': keyed('alias/aws/kendra'),
    'a key left to a parameter is unknown': keyed(OPEN),
  }),
  casesOf(databaseInVpc, {
    'subnets is compliant': database({ VpcConfiguration: { SubnetIds: ['subnet-1'] } }),
    'a bucket is compliant': subject(SOURCE, { DataSourceConfiguration: { S3Configuration: {} } }),
    'no VPC is a finding': seen(
      database({ DatabaseEngineType: 'RDS_MYSQL' }),
      'Properties.DataSourceConfiguration.DatabaseConfiguration.VpcConfiguration.SubnetIds',
    ),
    'subnets left to a parameter is unknown': database({ VpcConfiguration: { SubnetIds: OPEN } }),
  }),
  casesOf(userContext, {
    'tokens is compliant': token({ UserContextPolicy: 'USER_TOKEN' }),
    'tokens that nobody can read is a finding': seen(
      subject(INDEX, { UserContextPolicy: 'USER_TOKEN' }),
      'Properties.UserTokenConfigurations',
    ),
    'the default is a finding': seen(token({}), 'Properties.UserContextPolicy'),
    'a filter is a finding': token({ UserContextPolicy: 'ATTRIBUTE_FILTER' }),
    'a policy left to a parameter is unknown': token({ UserContextPolicy: OPEN }),
  }),
];
