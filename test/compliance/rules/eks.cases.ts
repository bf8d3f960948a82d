import { accessNotAdmin } from '../../../lib/compliance/rules/eks/access-not-admin';
import { addonPreserved } from '../../../lib/compliance/rules/eks/addon-preserved';
import { controlPlaneLogs } from '../../../lib/compliance/rules/eks/control-plane-logs';
import { creatorNotAdmin } from '../../../lib/compliance/rules/eks/creator-not-admin';
import { deletionProtection } from '../../../lib/compliance/rules/eks/deletion-protection';
import { endpointPrivate } from '../../../lib/compliance/rules/eks/endpoint-private';
import { nodegroupRemoteAccess } from '../../../lib/compliance/rules/eks/nodegroup-remote-access';
import { podIdentityTags } from '../../../lib/compliance/rules/eks/pod-identity-tags';
import { publicCidrs } from '../../../lib/compliance/rules/eks/public-cidrs';
import { secretsCustomerKey } from '../../../lib/compliance/rules/eks/secrets-customer-key';
import { versionSupported } from '../../../lib/compliance/rules/eks/version-supported';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  beside,
  casesOf,
  either,
  FAR_KEY,
  FAR_STACK,
  NOTHING,
  OPEN,
  seen,
  subject,
} from '../../support/judge-template';

const CLUSTER = 'AWS::EKS::Cluster';
const vpc = (config: JsonObject) => subject(CLUSTER, { ResourcesVpcConfig: config });
const logging = (types: Json) => subject(CLUSTER, { Logging: { ClusterLogging: { EnabledTypes: types } } });
const ALL = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'].map((Type) => ({ Type }));
const encrypting = (key: Json, resources: Json = ['secrets']) =>
  subject(CLUSTER, { EncryptionConfig: [{ Resources: resources, Provider: { KeyArn: key } }] });
const access = (RemoteAccess: Json) => subject('AWS::EKS::Nodegroup', { RemoteAccess });
const entry = (policy: Json) => subject('AWS::EKS::AccessEntry', { AccessPolicies: [{ PolicyArn: policy }] });
const OF_AWS = 'arn:aws:eks::aws:cluster-access-policy/';

const identity = (value: Json) => subject('AWS::EKS::PodIdentityAssociation', { DisableSessionTags: value });

const addon = (properties: JsonObject) => subject('AWS::EKS::Addon', properties);

export const eksCases = [
  casesOf(podIdentityTags, {
    'tags by default is compliant': subject('AWS::EKS::PodIdentityAssociation'),
    'no tags is a finding': seen(identity(true), 'Properties.DisableSessionTags'),
    'tags left to a parameter is unknown': identity(OPEN),
  }),
  casesOf(publicCidrs, {
    'no public endpoint is compliant': vpc({ EndpointPublicAccess: false }),
    'a network by name is compliant': vpc({ PublicAccessCidrs: ['192.0.2.0/24'] }),
    'nothing said is a finding': seen(vpc({}), 'Properties.ResourcesVpcConfig.PublicAccessCidrs'),
    'everybody is a finding': seen(
      vpc({ EndpointPublicAccess: true, PublicAccessCidrs: ['192.0.2.0/24', '0.0.0.0/0'] }),
      'Properties.ResourcesVpcConfig.PublicAccessCidrs.1',
    ),
    'half of the internet is a finding': vpc({ PublicAccessCidrs: ['128.0.0.0/1'] }),
    'everybody in IPv6 is a finding': vpc({ PublicAccessCidrs: ['::/0'] }),
    'a public endpoint in one branch is a finding': vpc({ EndpointPublicAccess: either(false, NOTHING) }),
    'a network left to a parameter is unknown': vpc({ PublicAccessCidrs: [OPEN] }),
  }),
  casesOf(endpointPrivate, {
    'a private endpoint is compliant': vpc({ EndpointPublicAccess: false, EndpointPrivateAccess: true }),
    'nothing said is a finding': seen(
      vpc({}),
      'Properties.ResourcesVpcConfig.EndpointPublicAccess',
      'Properties.ResourcesVpcConfig.EndpointPrivateAccess',
    ),
    'an open range that waits for its endpoint is a finding': seen(
      vpc({ EndpointPublicAccess: false, EndpointPrivateAccess: true, PublicAccessCidrs: ['0.0.0.0/0'] }),
      'Properties.ResourcesVpcConfig.PublicAccessCidrs.0',
    ),
    'a range that waits for its endpoint is compliant': vpc({
      EndpointPublicAccess: false,
      EndpointPrivateAccess: true,
      PublicAccessCidrs: ['192.0.2.0/24'],
    }),
    'an endpoint left to a parameter is unknown': vpc({
      EndpointPublicAccess: OPEN,
      EndpointPrivateAccess: true,
    }),
  }),
  casesOf(secretsCustomerKey, {
    'a key is compliant': beside(encrypting(FAR_KEY), FAR_STACK),
    'nothing said is a finding': seen(subject(CLUSTER), 'Properties.EncryptionConfig'),
    'a key for something else is a finding': encrypting('arn:aws:kms:x', []),
    'the key of AWS is a finding': encrypting('alias/aws/eks'),
    'a key in one branch is a finding': encrypting(either('alias/own', NOTHING)),
    'a key left to a parameter is unknown': encrypting(OPEN),
  }),
  casesOf(controlPlaneLogs, {
    'all logs is compliant': logging(ALL),
    'no logs is a finding': seen(
      subject(CLUSTER),
      ...ALL.map(() => 'Properties.Logging.ClusterLogging.EnabledTypes'),
    ),
    'one missing is a finding': seen(logging(ALL.slice(1)), 'Properties.Logging.ClusterLogging.EnabledTypes'),
    'logs left to a parameter is unknown': logging(OPEN),
  }),
  casesOf(nodegroupRemoteAccess, {
    'a group is compliant': access({ Ec2SshKey: 'operators', SourceSecurityGroups: ['sg-1'] }),
    'no group is a finding': seen(
      access({ Ec2SshKey: 'operators' }),
      'Properties.RemoteAccess.SourceSecurityGroups',
    ),
    'an empty list of groups is a finding': access({ Ec2SshKey: 'operators', SourceSecurityGroups: [] }),
    'access left to a parameter is unknown': access(OPEN),
    'no access is not applicable': subject('AWS::EKS::Nodegroup'),
  }),
  casesOf(versionSupported, {
    'the oldest supported version is compliant': subject(CLUSTER, { Version: '1.34' }),
    'nothing said is compliant': subject(CLUSTER),
    'the version before is a finding': seen(subject(CLUSTER, { Version: '1.33' }), 'Properties.Version'),
    'what is no version is a finding': subject(CLUSTER, { Version: 'latest' }),
    'a version left to a parameter is unknown': subject(CLUSTER, { Version: OPEN }),
  }),
  casesOf(creatorNotAdmin, {
    'access entries alone is compliant': subject(CLUSTER, {
      AccessConfig: { AuthenticationMode: 'API', BootstrapClusterCreatorAdminPermissions: false },
    }),
    'nothing said is a finding': seen(
      subject(CLUSTER),
      'Properties.AccessConfig.BootstrapClusterCreatorAdminPermissions',
      'Properties.AccessConfig.AuthenticationMode',
    ),
    'access left to a parameter is unknown': subject(CLUSTER, { AccessConfig: OPEN }),
  }),
  casesOf(deletionProtection, {
    'protection is compliant': subject(CLUSTER, { DeletionProtection: true }),
    'nothing said is a finding': seen(subject(CLUSTER), 'Properties.DeletionProtection'),
    'protection left to a parameter is unknown': subject(CLUSTER, { DeletionProtection: OPEN }),
  }),
  casesOf(accessNotAdmin, {
    'reading is compliant': entry(`${OF_AWS}AmazonEKSViewPolicy`),
    'a cluster administrator is a finding': seen(
      entry({
        'Fn::Sub': 'arn:${AWS::Partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
      }),
      'Properties.AccessPolicies.0.PolicyArn',
    ),
    'an administrator is a finding': entry(`${OF_AWS}AmazonEKSAdminPolicy`),
    'a policy left to a parameter is unknown': entry(OPEN),
  }),
  casesOf(addonPreserved, {
    'an add-on that stays is compliant': addon({ PreserveOnDelete: true }),
    'nothing said is a finding': seen(addon({}), 'Properties.PreserveOnDelete'),
    'an add-on that goes is a finding': addon({ PreserveOnDelete: false }),
    'an add-on left to a parameter is unknown': addon({ PreserveOnDelete: OPEN }),
  }),
];
