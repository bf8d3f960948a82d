import { groupHealthCheck } from '../../../lib/compliance/rules/autoscaling/group-health-check';
import { groupInSubnets } from '../../../lib/compliance/rules/autoscaling/group-in-subnets';
import { groupNotifies } from '../../../lib/compliance/rules/autoscaling/group-notifies';
import { launchConfigHopLimit } from '../../../lib/compliance/rules/autoscaling/launch-config-hop-limit';
import { launchConfigImdsv2 } from '../../../lib/compliance/rules/autoscaling/launch-config-imdsv2';
import { launchConfigMonitoring } from '../../../lib/compliance/rules/autoscaling/launch-config-monitoring';
import { launchConfigNoPublicIp } from '../../../lib/compliance/rules/autoscaling/launch-config-no-public-ip';
import { launchConfigVolumesEncrypted } from '../../../lib/compliance/rules/autoscaling/launch-config-volumes-encrypted';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, seen, subject } from '../../support/judge-template';
import { edgeCases } from './edge.cases';

const configuration = (properties: JsonObject = {}) =>
  subject('AWS::AutoScaling::LaunchConfiguration', properties);
const group = (properties: JsonObject = {}) => subject('AWS::AutoScaling::AutoScalingGroup', properties);
const metadata = (options: JsonObject) => configuration({ MetadataOptions: options });
const volume = (properties: Json) => configuration({ BlockDeviceMappings: [{ Ebs: properties }] });
const BEHIND = { TargetGroupARNs: ['arn'] };

export const autoscalingCases = [
  ...edgeCases.autoscaling,
  casesOf(launchConfigImdsv2, {
    'tokens required is compliant': metadata({ HttpTokens: 'required' }),
    'no endpoint at all is compliant': metadata({ HttpEndpoint: 'disabled' }),
    'no tokens required is a finding': seen(
      metadata({ HttpTokens: 'optional' }),
      'Properties.MetadataOptions.HttpTokens',
    ),
    'no word of tokens is a finding': configuration(),
    'tokens left to a parameter is unknown': metadata({ HttpTokens: OPEN }),
  }),
  casesOf(launchConfigHopLimit, {
    'one hop is compliant': metadata({ HttpPutResponseHopLimit: 1 }),
    'no word of hops is compliant': configuration(),
    'two hops is a finding': seen(
      metadata({ HttpPutResponseHopLimit: 2 }),
      'Properties.MetadataOptions.HttpPutResponseHopLimit',
    ),
    'hops left to a parameter is unknown': metadata({ HttpPutResponseHopLimit: OPEN }),
  }),
  casesOf(launchConfigNoPublicIp, {
    'no public address is compliant': configuration({ AssociatePublicIpAddress: false }),
    'a public address is a finding': seen(
      configuration({ AssociatePublicIpAddress: true }),
      'Properties.AssociatePublicIpAddress',
    ),
    'no word of addresses is a finding': configuration(),
    'addresses left to a parameter is unknown': configuration({ AssociatePublicIpAddress: OPEN }),
  }),
  casesOf(launchConfigVolumesEncrypted, {
    'an encrypted volume is compliant': volume({ Encrypted: true }),
    'no volume is compliant': configuration({ BlockDeviceMappings: [{ VirtualName: 'ephemeral0' }] }),
    'a volume without encryption is a finding': seen(
      volume({ Encrypted: false }),
      'Properties.BlockDeviceMappings.0.Ebs.Encrypted',
    ),
    'no word of encryption is a finding': volume({ VolumeSize: 8 }),
    'encryption left to a parameter is unknown': volume({ Encrypted: OPEN }),
  }),
  casesOf(launchConfigMonitoring, {
    'no word of monitoring is compliant': configuration(),
    'a value each minute is compliant': configuration({ InstanceMonitoring: true }),
    'a value each five minutes is a finding': seen(
      configuration({ InstanceMonitoring: false }),
      'Properties.InstanceMonitoring',
    ),
    'monitoring left to a parameter is unknown': configuration({ InstanceMonitoring: OPEN }),
  }),
  casesOf(groupHealthCheck, {
    'the word of the load balancer is compliant': group({
      ...BEHIND,
      HealthCheckType: 'ELB',
      HealthCheckGracePeriod: 60,
    }),
    'the word of load balancer and volumes is compliant': group({
      ...BEHIND,
      HealthCheckType: 'EBS,ELB',
      HealthCheckGracePeriod: 60,
    }),
    'the word of the machine alone is a finding': seen(
      group({ ...BEHIND, HealthCheckType: 'EC2', HealthCheckGracePeriod: 60 }),
      'Properties.HealthCheckType',
    ),
    'no word of health is a finding': group({ LoadBalancerNames: ['old'] }),
    'no time to start is a finding': group({ ...BEHIND, HealthCheckType: 'ELB' }),
    'a type left to a parameter is unknown': group({
      ...BEHIND,
      HealthCheckType: OPEN,
      HealthCheckGracePeriod: 60,
    }),
    'a group behind no load balancer is not applicable': group(),
  }),
  casesOf(groupNotifies, {
    'a topic is compliant': group({ NotificationConfigurations: [{ TopicARN: 'arn' }] }),
    'a topic in the old form is compliant': group({ NotificationConfiguration: { TopicARN: 'arn' } }),
    'no topic is a finding': seen(group(), 'Properties.NotificationConfigurations'),
    'an empty list is a finding': group({ NotificationConfigurations: [] }),
    'a topic in one branch is a finding': group({
      NotificationConfigurations: either([{ TopicARN: 'arn' }], NOTHING),
    }),
  }),
  casesOf(groupInSubnets, {
    'subnets is compliant': group({ VPCZoneIdentifier: OPEN }),
    'no subnets is a finding': seen(
      group({ AvailabilityZones: { 'Fn::GetAZs': '' } }),
      'Properties.VPCZoneIdentifier',
    ),
    'an empty list is a finding': group({ VPCZoneIdentifier: [] }),
  }),
];
