import { clientVpnAllTraffic } from '../../../lib/compliance/rules/ec2/client-vpn-all-traffic';
import { instanceProtected } from '../../../lib/compliance/rules/ec2/instance-protected';
import { sourceCheck } from '../../../lib/compliance/rules/ec2/source-check';
import { transitGatewayRouteNarrow } from '../../../lib/compliance/rules/ec2/transit-gateway-route-narrow';
import { volumeRetained } from '../../../lib/compliance/rules/ec2/volume-retained';
import { vpcEncryptionEnforced } from '../../../lib/compliance/rules/ec2/vpc-encryption-enforced';
import { vpnTunnelCiphers } from '../../../lib/compliance/rules/ec2/vpn-tunnel-ciphers';
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

const INSTANCE = 'AWS::EC2::Instance';
const TEMPLATE = 'AWS::EC2::LaunchTemplate';
const VOLUME = 'AWS::EC2::Volume';
const CONTROL = 'AWS::EC2::VPCEncryptionControl';
const TUNNELS = 'VpnTunnelOptionsSpecifications';
const list = (...values: readonly Json[]) => values.map((Value) => ({ Value }));
const STRONG = {
  Phase1DHGroupNumbers: list(20),
  Phase2DHGroupNumbers: list(15, 21),
  Phase1EncryptionAlgorithms: list('AES256-GCM-16'),
  Phase2EncryptionAlgorithms: list('AES256'),
  Phase1IntegrityAlgorithms: list('SHA2-256'),
  Phase2IntegrityAlgorithms: list('SHA2-512'),
};
const tunnel = (change: JsonObject = {}) =>
  subject('AWS::EC2::VPNConnection', { [TUNNELS]: [{ ...STRONG, ...change }] });
const keeping = (deletion: string, replacing: string) =>
  stack({
    Subject: resource(VOLUME, {}, { DeletionPolicy: deletion, UpdateReplacePolicy: replacing }),
  });

export const ec2StrictCases = [
  casesOf(instanceProtected, {
    'a protected instance is compliant': subject(INSTANCE, { DisableApiTermination: true }),
    'a protected launch template is compliant': subject(TEMPLATE, {
      LaunchTemplateData: { DisableApiTermination: true },
    }),
    'no protection is a finding': seen(
      subject(INSTANCE, { DisableApiTermination: false }),
      'Properties.DisableApiTermination',
    ),
    'no word of protection is a finding': subject(INSTANCE),
    'no protection of a launch template is a finding': subject(TEMPLATE),
    'protection left to a parameter is unknown': subject(INSTANCE, { DisableApiTermination: OPEN }),
    'a launch template that is judged itself is not applicable': subject(
      INSTANCE,
      { LaunchTemplate: { LaunchTemplateId: ref('Template'), Version: '1' } },
      { Template: resource(TEMPLATE) },
    ),
  }),
  casesOf(sourceCheck, {
    'no word of the check is compliant': subject(INSTANCE),
    'the check is compliant': subject('AWS::EC2::NetworkInterface', { SourceDestCheck: true }),
    'no check is a finding': seen(
      subject(INSTANCE, { SourceDestCheck: false }),
      'Properties.SourceDestCheck',
    ),
    'a check left to a parameter is unknown': subject(INSTANCE, { SourceDestCheck: OPEN }),
  }),
  casesOf(clientVpnAllTraffic, {
    'no word of a split is compliant': subject('AWS::EC2::ClientVpnEndpoint'),
    'no split is compliant': subject('AWS::EC2::ClientVpnEndpoint', { SplitTunnel: false }),
    'a split is a finding': seen(
      subject('AWS::EC2::ClientVpnEndpoint', { SplitTunnel: true }),
      'Properties.SplitTunnel',
    ),
    'a split left to a parameter is unknown': subject('AWS::EC2::ClientVpnEndpoint', { SplitTunnel: OPEN }),
  }),
  casesOf(vpcEncryptionEnforced, {
    'enforcing is compliant': subject(CONTROL, { Mode: 'enforce', NatGatewayExclusionInput: 'disable' }),
    'enforcing in the VPC is compliant': subject('AWS::EC2::VPC', {
      VpcEncryptionControl: { Mode: 'enforce' },
    }),
    'a transit gateway without a word of it is compliant': subject('AWS::EC2::TransitGateway'),
    'watching is a finding': seen(subject(CONTROL, { Mode: 'monitor' }), 'Properties.Mode'),
    'an exception is a finding': seen(
      subject(CONTROL, { Mode: 'enforce', LambdaExclusionInput: 'enable' }),
      'Properties.LambdaExclusionInput',
    ),
    'watching in the VPC is a finding': subject('AWS::EC2::VPC', {
      VpcEncryptionControl: { Mode: 'monitor' },
    }),
    'a transit gateway without encryption is a finding': subject('AWS::EC2::TransitGateway', {
      EncryptionSupport: 'disable',
    }),
    'a mode left to a parameter is unknown': subject(CONTROL, { Mode: OPEN }),
    'a VPC without a word of it is not applicable': subject('AWS::EC2::VPC'),
  }),
  casesOf(vpnTunnelCiphers, {
    'strong algorithms is compliant': tunnel(),
    'the group below is a finding': seen(
      tunnel({ Phase1DHGroupNumbers: list(14) }),
      `Properties.${TUNNELS}.0.Phase1DHGroupNumbers.0.Value`,
    ),
    'the group above is a finding': tunnel({ Phase2DHGroupNumbers: list(22) }),
    'a short key beside a long one is a finding': seen(
      tunnel({ Phase2EncryptionAlgorithms: list('AES256', 'AES128') }),
      `Properties.${TUNNELS}.0.Phase2EncryptionAlgorithms.1.Value`,
    ),
    'SHA-1 is a finding': tunnel({ Phase1IntegrityAlgorithms: list('SHA1') }),
    'no word of a list is a finding': tunnel({ Phase1IntegrityAlgorithms: NOTHING }),
    'no options is a finding': subject('AWS::EC2::VPNConnection'),
    'options in one branch is a finding': subject('AWS::EC2::VPNConnection', {
      [TUNNELS]: either([STRONG], NOTHING),
    }),
    'an algorithm left to a parameter is unknown': tunnel({ Phase1IntegrityAlgorithms: list(OPEN) }),
  }),
  casesOf(transitGatewayRouteNarrow, {
    'a network is compliant': subject('AWS::EC2::TransitGatewayRoute', {
      DestinationCidrBlock: '10.1.0.0/16',
    }),
    'everything is a finding': seen(
      subject('AWS::EC2::TransitGatewayRoute', { DestinationCidrBlock: '0.0.0.0/0' }),
      'Properties.DestinationCidrBlock',
    ),
    'a range left to a parameter is unknown': subject('AWS::EC2::TransitGatewayRoute', {
      DestinationCidrBlock: OPEN,
    }),
  }),
  casesOf(volumeRetained, {
    'a volume that leaves a snapshot is compliant': keeping('Snapshot', 'Snapshot'),
    'a volume that stays is compliant': keeping('Retain', 'RetainExceptOnCreate'),
    'a device that stays is compliant': subject(INSTANCE, {
      BlockDeviceMappings: [{ Ebs: { DeleteOnTermination: false } }],
    }),
    'a device that goes with its machine is a finding': seen(
      subject(INSTANCE, { BlockDeviceMappings: [{ Ebs: { DeleteOnTermination: true } }] }),
      'Properties.BlockDeviceMappings.0.Ebs.DeleteOnTermination',
    ),
    'a device of a launch configuration that goes is a finding': subject(
      'AWS::AutoScaling::LaunchConfiguration',
      { BlockDeviceMappings: [{ Ebs: { DeleteOnTermination: true } }] },
    ),
    'a device of a launch template that goes is a finding': subject(TEMPLATE, {
      LaunchTemplateData: { BlockDeviceMappings: [{ Ebs: { VolumeSize: 8 } }] },
    }),
    'a volume that goes is a finding': seen(subject(VOLUME), 'DeletionPolicy', 'UpdateReplacePolicy'),
    'a volume that goes when replaced is a finding': keeping('Retain', 'Delete'),
  }),
];
