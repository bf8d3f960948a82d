import type { Examples } from '../example';
import { KEY_IN_YAML, yaml } from '../yaml';

const cluster = (...lines: readonly string[]) => yaml('Cluster', 'EMR::Cluster', 'Name: notes', ...lines);
const configuration = (line: string) =>
  yaml(
    'Security',
    'EMR::SecurityConfiguration',
    `SecurityConfiguration: { EncryptionConfiguration: { ${line} } }`,
  );
const subnet = (isPublic: string) =>
  cluster('Instances: { Ec2SubnetId: !Ref Subnet }').concat(
    yaml('Subnet', 'EC2::Subnet', `MapPublicIpOnLaunch: ${isPublic}`),
  );

export const emrExamples: Examples = {
  'emr-at-rest-encrypted': {
    bad: configuration('EnableAtRestEncryption: false'),
    good: configuration('EnableAtRestEncryption: true'),
  },
  'emr-customer-key': {
    bad: cluster(),
    good: cluster('LogEncryptionKmsKeyId: !Ref Key').concat(KEY_IN_YAML),
  },
  'emr-in-transit-encrypted': {
    bad: configuration('EnableInTransitEncryption: false'),
    good: configuration('EnableInTransitEncryption: true'),
  },
  'emr-kerberos': {
    bad: cluster(),
    good: cluster(
      "KerberosAttributes: { Realm: CLINIC.EXAMPLE, KdcAdminPassword: '{{resolve:secretsmanager:kdc}}' }",
    ),
  },
  'emr-logged': { bad: cluster(), good: cluster('LogUri: s3://cluster-logs/') },
  'emr-private-subnet': { bad: subnet('true'), good: subnet('false') },
  'emr-security-configuration': { bad: cluster(), good: cluster('SecurityConfiguration: encrypted') },
  'emr-studio-identity': {
    bad: yaml('Studio', 'EMR::Studio', 'AuthMode: IAM'),
    good: yaml('Studio', 'EMR::Studio', 'AuthMode: SSO', 'TrustedIdentityPropagationEnabled: true'),
  },
  'emr-termination-protected': {
    bad: cluster(),
    good: `
Cluster:
  Type: AWS::EMR::Cluster
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
  Properties:
    Instances: { TerminationProtected: true }
`,
  },
};
