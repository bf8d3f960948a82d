import { customerKey } from '../../../lib/compliance/rules/emrserverless/customer-key';
import { interactiveOff } from '../../../lib/compliance/rules/emrserverless/interactive-off';
import { inVpc } from '../../../lib/compliance/rules/emrserverless/in-vpc';
import { logged } from '../../../lib/compliance/rules/emrserverless/logged';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, seen, subject } from '../../support/judge-template';

const APPLICATION = 'AWS::EMRServerless::Application';
const monitoring = (configuration: JsonObject) =>
  subject(APPLICATION, { MonitoringConfiguration: configuration });
const network = (NetworkConfiguration: Json) => subject(APPLICATION, { NetworkConfiguration });
const interactive = (value: Json) =>
  subject(APPLICATION, { InteractiveConfiguration: { StudioEnabled: false, LivyEndpointEnabled: value } });
const KEPT = { ManagedPersistenceMonitoringConfiguration: { EncryptionKeyArn: 'alias/logs' } };

export const emrserverlessCases = [
  casesOf(inVpc, {
    'a VPC is compliant': network({ SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] }),
    'nothing said is a finding': seen(
      subject(APPLICATION),
      'Properties.NetworkConfiguration.SubnetIds',
      'Properties.NetworkConfiguration.SecurityGroupIds',
    ),
    'no subnets is a finding': network({ SubnetIds: [], SecurityGroupIds: ['sg-1'] }),
    'a VPC left to a parameter is unknown': network(OPEN),
  }),
  casesOf(customerKey, {
    'a key for what AWS keeps is compliant': monitoring(KEPT),
    'no key is a finding': seen(
      subject(APPLICATION),
      'Properties.MonitoringConfiguration.ManagedPersistenceMonitoringConfiguration.EncryptionKeyArn',
    ),
    'a bucket without a key is a finding': seen(
      monitoring({ ...KEPT, S3MonitoringConfiguration: { LogUri: 's3://logs/' } }),
      'Properties.MonitoringConfiguration.S3MonitoringConfiguration.EncryptionKeyArn',
    ),
    'a log group without a key is a finding': monitoring({
      ...KEPT,
      CloudWatchLoggingConfiguration: { Enabled: true },
    }),
    'a key left to a parameter is unknown': monitoring({
      ManagedPersistenceMonitoringConfiguration: { EncryptionKeyArn: OPEN },
    }),
  }),
  casesOf(logged, {
    'a bucket is compliant': monitoring({ S3MonitoringConfiguration: { LogUri: 's3://logs/' } }),
    'a log group is compliant': monitoring({ CloudWatchLoggingConfiguration: { Enabled: true } }),
    'neither is a finding': seen(subject(APPLICATION), 'Properties.MonitoringConfiguration'),
    'a log group that is off is a finding': monitoring({
      CloudWatchLoggingConfiguration: { Enabled: false },
    }),
    'a bucket in one branch is a finding': monitoring({
      S3MonitoringConfiguration: { LogUri: either('s3://logs/', NOTHING) },
    }),
    'a bucket left to a parameter is unknown': monitoring({ S3MonitoringConfiguration: { LogUri: OPEN } }),
  }),
  casesOf(interactiveOff, {
    'nothing said is compliant': subject(APPLICATION),
    'an endpoint is a finding': seen(
      interactive(true),
      'Properties.InteractiveConfiguration.LivyEndpointEnabled',
    ),
    'an endpoint left to a parameter is unknown': interactive(OPEN),
  }),
];
