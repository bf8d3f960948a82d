import type { Examples } from '../example';
import { KEY_IN_YAML, yaml } from '../yaml';

const cluster = (...lines: readonly string[]) => yaml('Cluster', 'EKS::Cluster', ...lines);
const nodes = (access: string) =>
  yaml('Nodes', 'EKS::Nodegroup', 'ClusterName: notes', `RemoteAccess: ${access}`);
const entry = (policy: string) =>
  yaml(
    'Entry',
    'EKS::AccessEntry',
    `AccessPolicies: [{ PolicyArn: 'arn:aws:eks::aws:cluster-access-policy/${policy}' }]`,
  );

export const eksExamples: Examples = {
  'eks-access-not-admin': {
    bad: entry('AmazonEKSClusterAdminPolicy'),
    good: entry('AmazonEKSViewPolicy'),
  },
  'eks-control-plane-logs': {
    bad: cluster('Logging: { ClusterLogging: { EnabledTypes: [{ Type: api }] } }'),
    good: cluster(
      'Logging:',
      '  ClusterLogging:',
      '    EnabledTypes:',
      ...['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'].map(
        (type) => `      - Type: ${type}`,
      ),
    ),
  },
  'eks-creator-not-admin': {
    bad: cluster('AccessConfig: { AuthenticationMode: CONFIG_MAP }'),
    good: cluster(
      'AccessConfig: { AuthenticationMode: API, BootstrapClusterCreatorAdminPermissions: false }',
    ),
  },
  'eks-deletion-protection': { bad: cluster(), good: cluster('DeletionProtection: true') },
  'eks-endpoint-private': {
    bad: cluster('ResourcesVpcConfig: { EndpointPrivateAccess: true }'),
    good: cluster('ResourcesVpcConfig: { EndpointPublicAccess: false, EndpointPrivateAccess: true }'),
  },
  'eks-nodegroup-remote-access': {
    bad: nodes('{ Ec2SshKey: operators }'),
    good: nodes('{ Ec2SshKey: operators, SourceSecurityGroups: [sg-1] }'),
  },
  'eks-pod-identity-tags': {
    bad: yaml('Identity', 'EKS::PodIdentityAssociation', 'DisableSessionTags: true'),
    good: yaml('Identity', 'EKS::PodIdentityAssociation', 'DisableSessionTags: false'),
  },
  'eks-public-cidrs': {
    bad: cluster("ResourcesVpcConfig: { PublicAccessCidrs: ['0.0.0.0/0'] }"),
    good: cluster("ResourcesVpcConfig: { PublicAccessCidrs: ['192.0.2.0/24'] }"),
  },
  'eks-secrets-customer-key': {
    bad: cluster(),
    good: cluster(
      'EncryptionConfig: [{ Resources: [secrets], Provider: { KeyArn: !GetAtt Key.Arn } }]',
    ).concat(KEY_IN_YAML),
  },
  'eks-version-supported': { bad: cluster("Version: '1.29'"), good: cluster("Version: '1.35'") },
  'eks-addon-preserved': {
    bad: yaml('Network', 'EKS::Addon', 'AddonName: vpc-cni'),
    good: yaml('Network', 'EKS::Addon', 'AddonName: vpc-cni', 'PreserveOnDelete: true'),
  },
};
