import { instanceDetailedMonitoring } from '../../../lib/compliance/rules/ec2/instance-detailed-monitoring';
import { instanceEbsOptimized } from '../../../lib/compliance/rules/ec2/instance-ebs-optimized';
import { instanceImdsv2 } from '../../../lib/compliance/rules/ec2/instance-imdsv2';
import { instanceInSubnet } from '../../../lib/compliance/rules/ec2/instance-in-subnet';
import { instanceMetadataHopLimit } from '../../../lib/compliance/rules/ec2/instance-metadata-hop-limit';
import { instanceNoKeyPair } from '../../../lib/compliance/rules/ec2/instance-no-key-pair';
import { instanceNoPublicIp } from '../../../lib/compliance/rules/ec2/instance-no-public-ip';
import { instanceProfile } from '../../../lib/compliance/rules/ec2/instance-profile';
import { instanceStopProtected } from '../../../lib/compliance/rules/ec2/instance-stop-protected';
import { snapshotNotShared } from '../../../lib/compliance/rules/ec2/snapshot-not-shared';
import { volumeCustomerKey } from '../../../lib/compliance/rules/ec2/volume-customer-key';
import { volumeEncrypted } from '../../../lib/compliance/rules/ec2/volume-encrypted';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  subject,
  type Scenario,
} from '../../support/judge-template';

const INSTANCE = 'AWS::EC2::Instance';
const TEMPLATE = 'AWS::EC2::LaunchTemplate';
const VOLUME = 'AWS::EC2::Volume';

const instance = (properties: JsonObject = {}, others: JsonObject = {}) =>
  subject(INSTANCE, properties, others);
const template = (data: JsonObject = {}) => subject(TEMPLATE, { LaunchTemplateData: data });
/** An instance that takes what it does not say from a launch template of the assembly. */
const launched = (properties: JsonObject = {}, interfaces: Json = NOTHING) =>
  instance(
    { LaunchTemplate: { LaunchTemplateId: ref('Template'), Version: '1' }, ...properties },
    { Template: resource(TEMPLATE, { LaunchTemplateData: { NetworkInterfaces: interfaces } }) },
  );
/** The same cases for an instance and a launch template, as far as both have the property. */
const onBoth = (name: string, ending: string, properties: JsonObject): Record<string, Scenario> => ({
  [`${name} in an instance is ${ending}`]: instance(properties),
  [`${name} in a launch template is ${ending}`]: template(properties),
});
const tokens = (value: Json) => ({ MetadataOptions: { HttpTokens: value } });
const device = (volume: Json) => ({ BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: volume }] });
const KEY = { Key: resource('AWS::KMS::Key') };

export const ec2MachineCases = [
  casesOf(instanceImdsv2, {
    ...onBoth('tokens required', 'compliant', tokens('required')),
    ...onBoth('no tokens required', 'a finding', tokens('optional')),
    ...onBoth('no word of tokens', 'a finding', {}),
    ...onBoth('tokens left to a parameter', 'unknown', tokens(OPEN)),
    'no endpoint at all is compliant': template({ MetadataOptions: { HttpEndpoint: 'disabled' } }),
    'tokens required over a launch template is compliant': launched(tokens('required')),
    'a launch template that is judged itself is not applicable': launched(),
    'tokens switched off over a launch template is a finding': seen(
      launched(tokens('optional')),
      'Properties.MetadataOptions.HttpTokens',
    ),
    'a launch template that may not be there is a finding': instance(
      { LaunchTemplate: either({ LaunchTemplateId: ref('Template'), Version: '1' }, NOTHING) },
      { Template: resource(TEMPLATE) },
    ),
    'a launch template elsewhere is unknown': instance({ LaunchTemplate: { LaunchTemplateName: 'base' } }),
  }),
  casesOf(instanceMetadataHopLimit, {
    ...onBoth('one hop', 'compliant', { MetadataOptions: { HttpPutResponseHopLimit: 1 } }),
    ...onBoth('no word of hops', 'compliant', {}),
    ...onBoth('two hops', 'a finding', { MetadataOptions: { HttpPutResponseHopLimit: 2 } }),
    ...onBoth('hops left to a parameter', 'unknown', { MetadataOptions: { HttpPutResponseHopLimit: OPEN } }),
  }),
  casesOf(instanceNoPublicIp, {
    ...onBoth('no public address', 'compliant', { NetworkInterfaces: [{ AssociatePublicIpAddress: false }] }),
    ...onBoth('no network interface', 'compliant', {}),
    ...onBoth('a public address', 'a finding', {
      NetworkInterfaces: [{ DeviceIndex: '0' }, { AssociatePublicIpAddress: 'true' }],
    }),
    'a public address of the second interface is a finding': seen(
      instance({ NetworkInterfaces: [{}, { AssociatePublicIpAddress: true }] }),
      'Properties.NetworkInterfaces.1.AssociatePublicIpAddress',
    ),
    ...onBoth('an address of a carrier', 'a finding', {
      NetworkInterfaces: [{ AssociateCarrierIpAddress: true }],
    }),
    ...onBoth('an address left to a parameter', 'unknown', {
      NetworkInterfaces: [{ AssociatePublicIpAddress: OPEN }],
    }),
    ...onBoth('interfaces left to a parameter', 'unknown', { NetworkInterfaces: OPEN }),
  }),
  casesOf(instanceInSubnet, {
    'a subnet is compliant': instance({ SubnetId: OPEN }),
    'a subnet of an interface is compliant': instance({ NetworkInterfaces: [{ SubnetId: 'subnet-1' }] }),
    'an interface that is there is compliant': instance({
      NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1' }],
    }),
    'no subnet is a finding': seen(instance(), 'Properties.SubnetId'),
    'an interface without subnet is a finding': instance({ NetworkInterfaces: [{ DeviceIndex: '0' }] }),
    'a subnet in one branch is a finding': instance({ SubnetId: either('subnet-1', NOTHING) }),
    'a subnet of the launch template is compliant': launched({}, [{ SubnetId: 'subnet-1' }]),
    'a launch template without subnet is a finding': seen(launched(), 'Properties.SubnetId'),
    'an interface over that of the launch template is a finding': launched(
      { NetworkInterfaces: [{ DeviceIndex: '0' }] },
      [{ SubnetId: 'subnet-1' }],
    ),
    'interfaces of the launch template left to a parameter is unknown': launched({}, OPEN),
    'a launch template elsewhere is unknown': instance({ LaunchTemplate: { LaunchTemplateName: 'base' } }),
  }),
  casesOf(instanceProfile, {
    ...onBoth('a role', 'compliant', { IamInstanceProfile: OPEN }),
    ...onBoth('no role', 'a finding', {}),
    'a role in one branch is a finding': instance({ IamInstanceProfile: either('profile', NOTHING) }),
    'a launch template that is judged itself is not applicable': launched(),
  }),
  casesOf(instanceDetailedMonitoring, {
    'a value each minute in an instance is compliant': instance({ Monitoring: true }),
    'a value each minute in a launch template is compliant': template({ Monitoring: { Enabled: true } }),
    ...onBoth('no word of monitoring', 'a finding', {}),
    'monitoring switched off in an instance is a finding': instance({ Monitoring: false }),
    'monitoring switched off in a launch template is a finding': template({ Monitoring: { Enabled: false } }),
    'monitoring left to a parameter is unknown': instance({ Monitoring: OPEN }),
    'a launch template that is judged itself is not applicable': launched(),
  }),
  casesOf(instanceEbsOptimized, {
    ...onBoth('own bandwidth', 'compliant', { EbsOptimized: true }),
    ...onBoth('shared bandwidth', 'a finding', { EbsOptimized: false }),
    ...onBoth('no word of bandwidth', 'a finding', {}),
    ...onBoth('bandwidth left to a parameter', 'unknown', { EbsOptimized: OPEN }),
    'a launch template that is judged itself is not applicable': launched(),
  }),
  casesOf(instanceNoKeyPair, {
    ...onBoth('no key pair', 'compliant', {}),
    ...onBoth('a key pair', 'a finding', { KeyName: 'operators' }),
    ...onBoth('a key pair of a parameter', 'a finding', { KeyName: OPEN }),
  }),
  casesOf(volumeEncrypted, {
    'an encrypted volume is compliant': subject(VOLUME, { Encrypted: true }),
    'a volume with a key is compliant': subject(VOLUME, { KmsKeyId: OPEN }),
    'a volume without encryption is a finding': seen(
      subject(VOLUME, { Encrypted: false }),
      'Properties.Encrypted',
    ),
    'a volume without a word of encryption is a finding': subject(VOLUME),
    'a volume with an empty key is a finding': subject(VOLUME, { KmsKeyId: '' }),
    'a volume with a key in one branch is a finding': subject(VOLUME, { KmsKeyId: either('key', NOTHING) }),
    'encryption left to a parameter is unknown': subject(VOLUME, { Encrypted: OPEN }),
    ...onBoth('an encrypted device', 'compliant', device({ Encrypted: true })),
    ...onBoth('a device of the machine', 'compliant', {
      BlockDeviceMappings: [{ DeviceName: '/dev/sdb', VirtualName: 'ephemeral0' }],
    }),
    ...onBoth('a device without encryption', 'a finding', device({ VolumeSize: 8 })),
    'a device of a finding is a finding': seen(
      template(device({ Encrypted: 'false' })),
      'Properties.LaunchTemplateData.BlockDeviceMappings.0.Ebs.Encrypted',
    ),
    ...onBoth('devices left to a parameter', 'unknown', { BlockDeviceMappings: OPEN }),
  }),
  casesOf(volumeCustomerKey, {
    'a key of the customer is compliant': subject(VOLUME, { KmsKeyId: arn('Key') }, KEY),
    'a key of AWS is a finding': seen(subject(VOLUME, { KmsKeyId: 'alias/aws/ebs' }), 'Properties.KmsKeyId'),
    'no key is a finding': subject(VOLUME, { Encrypted: true }),
    'a key left to a parameter is unknown': subject(VOLUME, { KmsKeyId: OPEN }),
    'a device with a key is compliant': instance(device({ KmsKeyId: arn('Key') }), KEY),
    ...onBoth('a device without a key', 'a finding', device({ Encrypted: true })),
  }),
  casesOf(snapshotNotShared, {
    'no sharing is compliant': subject('AWS::EC2::SnapshotBlockPublicAccess', { State: 'block-all-sharing' }),
    'sharing of old snapshots is a finding': subject('AWS::EC2::SnapshotBlockPublicAccess', {
      State: 'block-new-sharing',
    }),
    'sharing is a finding': seen(
      subject('AWS::EC2::SnapshotBlockPublicAccess', { State: 'unblocked' }),
      'Properties.State',
    ),
    'a state left to a parameter is unknown': subject('AWS::EC2::SnapshotBlockPublicAccess', { State: OPEN }),
  }),
  casesOf(instanceStopProtected, {
    'protection is compliant': template({ DisableApiStop: true }),
    'no protection is a finding': seen(
      template({ DisableApiStop: false }),
      'Properties.LaunchTemplateData.DisableApiStop',
    ),
    'no word of protection is a finding': template(),
    'protection left to a parameter is unknown': template({ DisableApiStop: OPEN }),
  }),
];
