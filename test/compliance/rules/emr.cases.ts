import { atRestEncrypted } from '../../../lib/compliance/rules/emr/at-rest-encrypted';
import { customerKey } from '../../../lib/compliance/rules/emr/customer-key';
import { inTransitEncrypted } from '../../../lib/compliance/rules/emr/in-transit-encrypted';
import { kerberos } from '../../../lib/compliance/rules/emr/kerberos';
import { logged } from '../../../lib/compliance/rules/emr/logged';
import { privateSubnet } from '../../../lib/compliance/rules/emr/private-subnet';
import { securityConfiguration } from '../../../lib/compliance/rules/emr/security-configuration';
import { studioIdentity } from '../../../lib/compliance/rules/emr/studio-identity';
import { terminationProtected } from '../../../lib/compliance/rules/emr/termination-protected';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  stack,
  subject,
} from '../../support/judge-template';

const CLUSTER = 'AWS::EMR::Cluster';
const CONFIGURATION = 'AWS::EMR::SecurityConfiguration';
const cluster = (properties: JsonObject) => subject(CLUSTER, properties);
const configuration = (encryption: JsonObject) =>
  subject(CONFIGURATION, { SecurityConfiguration: { EncryptionConfiguration: encryption } });
const inSubnet = (isPublic: Json) =>
  subject(
    CLUSTER,
    { Instances: { Ec2SubnetIds: [ref('Subnet')] } },
    { Subnet: resource('AWS::EC2::Subnet', { MapPublicIpOnLaunch: isPublic }) },
  );
const KEPT = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
const PATH = 'Properties.SecurityConfiguration.EncryptionConfiguration';

const settingCases = (name: string) => ({
  'encryption is compliant': configuration({ [name]: true }),
  'encryption in JSON text is compliant': subject(CONFIGURATION, {
    SecurityConfiguration: JSON.stringify({ EncryptionConfiguration: { [name]: true } }),
  }),
  'no encryption is a finding': seen(configuration({ [name]: false }), `${PATH}.${name}`),
  'no encryption in JSON text is a finding': subject(CONFIGURATION, {
    SecurityConfiguration: JSON.stringify({ EncryptionConfiguration: { [name]: false } }),
  }),
  'nothing said is a finding': configuration({}),
  'a configuration left to a parameter is unknown': subject(CONFIGURATION, { SecurityConfiguration: OPEN }),
});

const studio = (properties: JsonObject) =>
  subject('AWS::EMR::Studio', {
    AuthMode: 'SSO',
    TrustedIdentityPropagationEnabled: true,
    ...properties,
  });

export const emrCases = [
  casesOf(studioIdentity, {
    'names of their own is compliant': studio({ IdcUserAssignment: 'REQUIRED' }),
    'a role for all is a finding': seen(studio({ AuthMode: 'IAM' }), 'Properties.AuthMode'),
    'names that end at the studio is a finding': studio({ TrustedIdentityPropagationEnabled: false }),
    'people nobody assigned is a finding': seen(
      studio({ IdcUserAssignment: 'OPTIONAL' }),
      'Properties.IdcUserAssignment',
    ),
    'a mode left to a parameter is unknown': studio({ AuthMode: OPEN }),
  }),
  casesOf(atRestEncrypted, settingCases('EnableAtRestEncryption')),
  casesOf(inTransitEncrypted, settingCases('EnableInTransitEncryption')),
  casesOf(securityConfiguration, {
    'a configuration is compliant': cluster({ SecurityConfiguration: 'encrypted' }),
    'nothing said is a finding': seen(cluster({}), 'Properties.SecurityConfiguration'),
    'a configuration in one branch is a finding': cluster({
      SecurityConfiguration: either('encrypted', NOTHING),
    }),
    'a configuration left to a parameter is unknown': cluster({ SecurityConfiguration: OPEN }),
  }),
  casesOf(kerberos, {
    'a realm is compliant': cluster({ KerberosAttributes: { Realm: 'CLINIC.EXAMPLE' } }),
    'nothing said is a finding': seen(cluster({}), 'Properties.KerberosAttributes'),
    'no realm is a finding': cluster({ KerberosAttributes: { KdcAdminPassword: OPEN } }),
    'attributes left to a parameter is unknown': cluster({ KerberosAttributes: OPEN }),
  }),
  casesOf(logged, {
    'a bucket is compliant': cluster({ LogUri: 's3://cluster-logs/' }),
    'nothing said is a finding': seen(cluster({}), 'Properties.LogUri'),
    'a bucket left to a parameter is unknown': cluster({ LogUri: OPEN }),
  }),
  casesOf(customerKey, {
    'a key is compliant': cluster({ LogEncryptionKmsKeyId: 'alias/logs' }),
    'no key is a finding': seen(cluster({}), 'Properties.LogEncryptionKmsKeyId'),
    'a studio without a key is a finding': subject('AWS::EMR::Studio'),
    'a key left to a parameter is unknown': cluster({ LogEncryptionKmsKeyId: OPEN }),
  }),
  casesOf(privateSubnet, {
    'a private subnet is compliant': inSubnet(false),
    'a subnet from elsewhere is compliant': cluster({ Instances: { Ec2SubnetId: 'subnet-1' } }),
    'a public subnet is a finding': seen(inSubnet(true), 'Properties.Instances.Ec2SubnetIds.0'),
    'no subnet is a finding': cluster({ Instances: {} }),
    'a subnet that may be public is unknown': inSubnet(OPEN),
  }),
  casesOf(terminationProtected, {
    'protection is compliant': stack({
      Subject: resource(CLUSTER, { Instances: { TerminationProtected: true } }, KEPT),
    }),
    'nothing said is a finding': seen(
      cluster({}),
      'DeletionPolicy',
      'UpdateReplacePolicy',
      'Properties.Instances.TerminationProtected',
    ),
    'protection left to a parameter is unknown': stack({
      Subject: resource(CLUSTER, { Instances: { TerminationProtected: OPEN } }, KEPT),
    }),
  }),
];
