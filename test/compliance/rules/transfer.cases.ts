import { as2Protected } from '../../../lib/compliance/rules/transfer/as2-protected';
import { keysNotPasswords } from '../../../lib/compliance/rules/transfer/keys-not-passwords';
import { logging } from '../../../lib/compliance/rules/transfer/logging';
import { privateEndpoint } from '../../../lib/compliance/rules/transfer/private-endpoint';
import { protocols } from '../../../lib/compliance/rules/transfer/protocols';
import { securityPolicy } from '../../../lib/compliance/rules/transfer/security-policy';
import { userHome } from '../../../lib/compliance/rules/transfer/user-home';
import { userPolicy } from '../../../lib/compliance/rules/transfer/user-policy';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, seen, subject } from '../../support/judge-template';
import { edgeCases } from './edge.cases';

const server = (properties: JsonObject = {}) => subject('AWS::Transfer::Server', properties);
const connector = (properties: JsonObject = {}) => subject('AWS::Transfer::Connector', properties);
const user = (type: Json) => subject('AWS::Transfer::User', { HomeDirectoryType: type });
const session = (change: JsonObject) =>
  subject('AWS::Transfer::User', {
    Policy: { Statement: [{ Effect: 'Allow', Resource: 'arn:aws:s3:::results/*', ...change }] },
  });
const METHODS = 'SftpAuthenticationMethods';
const AS2 = { EncryptionAlgorithm: 'AES256_CBC', SigningAlgorithm: 'SHA256', MdnSigningAlgorithm: 'DEFAULT' };
const NETWORK = { VpcId: 'vpc-1', SubnetIds: ['subnet-1'] };

export const transferCases = [
  ...edgeCases.transfer,
  casesOf(protocols, {
    'SFTP by default is compliant': server(),
    'SFTP and AS2 is compliant': server({ Protocols: ['SFTP', 'AS2'] }),
    'FTP is a finding': seen(server({ Protocols: ['SFTP', 'FTP'] }), 'Properties.Protocols.1'),
    'FTP in one branch is a finding': server({ Protocols: either(['SFTP'], ['FTP']) }),
    'protocols left to a parameter is unknown': server({ Protocols: OPEN }),
  }),
  casesOf(securityPolicy, {
    'a policy of 2024 is compliant': server({ SecurityPolicyName: 'TransferSecurityPolicy-2024-01' }),
    'a policy of FIPS is compliant': server({ SecurityPolicyName: 'TransferSecurityPolicy-FIPS-2024-01' }),
    'a policy of a connector is compliant': connector({
      SftpConfig: {},
      SecurityPolicyName: 'TransferSFTPConnectorSecurityPolicy-2024-03',
    }),
    'a policy of 2018 is a finding': seen(
      server({ SecurityPolicyName: 'TransferSecurityPolicy-2018-11' }),
      'Properties.SecurityPolicyName',
    ),
    'a policy of 2020 is a finding': server({ SecurityPolicyName: 'TransferSecurityPolicy-FIPS-2020-06' }),
    'no policy is a finding': server(),
    'an old policy of a connector is a finding': connector({
      SftpConfig: {},
      SecurityPolicyName: 'TransferSFTPConnectorSecurityPolicy-2023-07',
    }),
    'a policy left to a parameter is unknown': server({ SecurityPolicyName: OPEN }),
    'a connector for AS2 is not applicable': connector({ As2Config: AS2 }),
  }),
  casesOf(privateEndpoint, {
    'an endpoint in a VPC is compliant': server({ EndpointType: 'VPC', EndpointDetails: NETWORK }),
    'a public endpoint is a finding': seen(
      server({ EndpointType: 'PUBLIC', EndpointDetails: NETWORK }),
      'Properties.EndpointType',
    ),
    'a public endpoint by default is a finding': server(),
    'an endpoint that is there is compliant': server({
      EndpointType: 'VPC_ENDPOINT',
      EndpointDetails: { VpcEndpointId: 'vpce-1' },
    }),
    'details without a network is a finding': seen(
      server({ EndpointType: 'VPC_ENDPOINT', EndpointDetails: {} }),
      'Properties.EndpointDetails',
    ),
    'no word of the network is a finding': server({ EndpointType: 'VPC' }),
    'a type left to a parameter is unknown': server({ EndpointType: OPEN, EndpointDetails: NETWORK }),
  }),
  casesOf(logging, {
    'a log group is compliant': server({ StructuredLogDestinations: ['arn'] }),
    'a role is compliant': server({ LoggingRole: OPEN }),
    'a role of a connector is compliant': connector({ LoggingRole: 'arn' }),
    'no log is a finding': seen(server(), 'Properties.LoggingRole'),
    'an empty list is a finding': server({ StructuredLogDestinations: [] }),
    'no log of a connector is a finding': connector(),
    'a log in one branch is a finding': server({ StructuredLogDestinations: either(['arn'], NOTHING) }),
  }),
  casesOf(as2Protected, {
    'messages and receipts protected is compliant': connector({ As2Config: AS2 }),
    'no encryption is a finding': seen(
      connector({ As2Config: { ...AS2, EncryptionAlgorithm: 'NONE' } }),
      'Properties.As2Config.EncryptionAlgorithm',
    ),
    'an old cipher is a finding': connector({ As2Config: { ...AS2, EncryptionAlgorithm: 'DES_EDE3_CBC' } }),
    'no signature is a finding': connector({ As2Config: { ...AS2, SigningAlgorithm: 'NONE' } }),
    'SHA-1 is a finding': connector({ As2Config: { ...AS2, SigningAlgorithm: 'SHA1' } }),
    'a receipt without signature is a finding': connector({
      As2Config: { ...AS2, MdnSigningAlgorithm: 'NONE' },
    }),
    'an algorithm left to a parameter is unknown': connector({
      As2Config: { ...AS2, SigningAlgorithm: OPEN },
    }),
    'a connector for SFTP is not applicable': connector({ SftpConfig: {} }),
  }),
  casesOf(userHome, {
    'a folder of their own is compliant': user('LOGICAL'),
    'a path is a finding': seen(user('PATH'), 'Properties.HomeDirectoryType'),
    'a path by default is a finding': subject('AWS::Transfer::User'),
    'a type left to a parameter is unknown': user(OPEN),
  }),
  casesOf(keysNotPasswords, {
    'a key is compliant': server({ IdentityProviderDetails: { [METHODS]: 'PUBLIC_KEY' } }),
    'keys of the service is compliant': server(),
    'a password is a finding': seen(
      server({ IdentityProviderDetails: { [METHODS]: 'PASSWORD' } }),
      `Properties.IdentityProviderDetails.${METHODS}`,
    ),
    'either is a finding': server({ IdentityProviderDetails: { [METHODS]: 'PUBLIC_KEY_OR_PASSWORD' } }),
    'a method left to a parameter is unknown': server({ IdentityProviderDetails: { [METHODS]: OPEN } }),
  }),
  casesOf(userPolicy, {
    'one action is compliant': session({ Action: 's3:GetObject' }),
    'all of a service is a finding': seen(session({ Action: 's3:*' }), 'Properties.Policy.Statement.0'),
    'all but one action is a finding': session({ NotAction: 's3:DeleteObject' }),
    'an action left to a parameter is unknown': session({ Action: OPEN }),
    'a policy left to a parameter is unknown': subject('AWS::Transfer::User', { Policy: OPEN }),
    'no policy is not applicable': user('LOGICAL'),
  }),
];
