import { accessLogs } from '../../../lib/compliance/rules/vpclattice/access-logs';
import { associationSecurityGroups } from '../../../lib/compliance/rules/vpclattice/association-security-groups';
import { authType } from '../../../lib/compliance/rules/vpclattice/auth-type';
import { noOpenSharing } from '../../../lib/compliance/rules/vpclattice/no-open-sharing';
import { policyNotPublic } from '../../../lib/compliance/rules/vpclattice/policy-not-public';
import { tlsListeners } from '../../../lib/compliance/rules/vpclattice/tls-listeners';
import { tlsTargets } from '../../../lib/compliance/rules/vpclattice/tls-targets';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const SERVICE = 'AWS::VpcLattice::Service';
const CONFIGURATION = 'AWS::VpcLattice::ResourceConfiguration';
const LISTENER = 'AWS::VpcLattice::Listener';
const GROUP = 'AWS::VpcLattice::TargetGroup';
const ASSOCIATION = 'AWS::VpcLattice::ServiceNetworkVpcAssociation';
const policy = (change: JsonObject = {}, type = 'AWS::VpcLattice::AuthPolicy') =>
  subject(type, {
    Policy: {
      Statement: [
        { Effect: 'Allow', Principal: '*', Action: 'vpc-lattice-svcs:Invoke', Resource: '*', ...change },
      ],
    },
  });
const log = (target: Json) => ({
  Log: resource('AWS::VpcLattice::AccessLogSubscription', { ResourceIdentifier: target }),
});

export const vpclatticeCases = [
  casesOf(authType, {
    'IAM is compliant': subject(SERVICE, { AuthType: 'AWS_IAM' }),
    'IAM of a network is compliant': subject('AWS::VpcLattice::ServiceNetwork', { AuthType: 'AWS_IAM' }),
    'IAM of a resource is compliant': subject(CONFIGURATION, { ResourceConfigurationAuthType: 'AWS_IAM' }),
    'no authorization is a finding': seen(subject(SERVICE, { AuthType: 'NONE' }), 'Properties.AuthType'),
    'no word of authorization is a finding': subject('AWS::VpcLattice::ServiceNetwork'),
    'no authorization of a resource is a finding': subject(CONFIGURATION, {
      ResourceConfigurationAuthType: 'NONE',
    }),
    'a type left to a parameter is unknown': subject(SERVICE, { AuthType: OPEN }),
  }),
  casesOf(policyNotPublic, {
    'one role is compliant': policy({ Principal: { AWS: 'arn:aws:iam::111122223333:role/r' } }),
    'the organization is compliant': policy({
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
    }),
    'everybody is a finding': seen(policy(), 'Properties.Policy.Statement.0'),
    'everybody of a shared resource is a finding': policy({}, 'AWS::VpcLattice::ResourcePolicy'),
    'one account of a shared resource is compliant': policy(
      { Principal: { AWS: '111122223333' } },
      'AWS::VpcLattice::ResourcePolicy',
    ),
    'no policy is a finding': subject('AWS::VpcLattice::AuthPolicy'),
    'a policy left to a parameter is unknown': subject('AWS::VpcLattice::AuthPolicy', { Policy: OPEN }),
  }),
  casesOf(tlsListeners, {
    'HTTPS is compliant': subject(LISTENER, { Protocol: 'HTTPS' }),
    'what passes through encrypted is compliant': subject(LISTENER, { Protocol: 'TLS_PASSTHROUGH' }),
    'HTTP is a finding': seen(subject(LISTENER, { Protocol: 'HTTP' }), 'Properties.Protocol'),
    'no word of a protocol is a finding': subject(LISTENER),
    'a protocol left to a parameter is unknown': subject(LISTENER, { Protocol: OPEN }),
  }),
  casesOf(tlsTargets, {
    'HTTPS is compliant': subject(GROUP, { Type: 'IP', Config: { Protocol: 'HTTPS' } }),
    'what passes through encrypted is compliant': subject(GROUP, { Type: 'IP', Config: { Protocol: 'TCP' } }),
    'HTTP is a finding': seen(
      subject(GROUP, { Type: 'IP', Config: { Protocol: 'HTTP' } }),
      'Properties.Config.Protocol',
    ),
    'a protocol left to a parameter is unknown': subject(GROUP, { Type: 'IP', Config: { Protocol: OPEN } }),
    'a function is not applicable': subject(GROUP, { Type: 'LAMBDA' }),
  }),
  casesOf(accessLogs, {
    'a log is compliant': subject(SERVICE, {}, log(ref('Subject'))),
    'no log is a finding': seen(subject(SERVICE), 'Properties'),
    'a log of another service is a finding': subject(SERVICE, {}, log('svc-1')),
    'a log of either is a finding': subject(SERVICE, {}, log(either(ref('Subject'), 'svc-1'))),
  }),
  casesOf(noOpenSharing, {
    'no word of sharing is compliant': subject(CONFIGURATION),
    'no sharing is compliant': subject(CONFIGURATION, { AllowAssociationToSharableServiceNetwork: false }),
    'sharing is a finding': seen(
      subject(CONFIGURATION, { AllowAssociationToSharableServiceNetwork: true }),
      'Properties.AllowAssociationToSharableServiceNetwork',
    ),
    'sharing left to a parameter is unknown': subject(CONFIGURATION, {
      AllowAssociationToSharableServiceNetwork: OPEN,
    }),
  }),
  casesOf(associationSecurityGroups, {
    'a group is compliant': subject(ASSOCIATION, { SecurityGroupIds: ['sg-1'] }),
    'no group is a finding': seen(subject(ASSOCIATION), 'Properties.SecurityGroupIds'),
    'an empty list is a finding': subject(ASSOCIATION, { SecurityGroupIds: [] }),
    'a group in one branch is a finding': subject(ASSOCIATION, {
      SecurityGroupIds: either(['sg-1'], NOTHING),
    }),
  }),
];
