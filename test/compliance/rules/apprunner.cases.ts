import { customerKey } from '../../../lib/compliance/rules/apprunner/customer-key';
import { egressInVpc } from '../../../lib/compliance/rules/apprunner/egress-in-vpc';
import { notPublic } from '../../../lib/compliance/rules/apprunner/not-public';
import { observed } from '../../../lib/compliance/rules/apprunner/observed';
import type { Json } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, seen, subject } from '../../support/judge-template';

const SERVICE = 'AWS::AppRunner::Service';
const network = (NetworkConfiguration: Json) => subject(SERVICE, { NetworkConfiguration });
const egress = (type: Json) =>
  network({ EgressConfiguration: { EgressType: type, VpcConnectorArn: 'arn:aws:apprunner:x' } });
const ingress = (open: Json) => network({ IngressConfiguration: { IsPubliclyAccessible: open } });

export const apprunnerCases = [
  casesOf(egressInVpc, {
    'a VPC is compliant': egress('VPC'),
    'the internet is a finding': seen(
      egress('DEFAULT'),
      'Properties.NetworkConfiguration.EgressConfiguration.EgressType',
    ),
    'nothing said is a finding': subject(SERVICE),
    'a VPC without a connector is a finding': network({ EgressConfiguration: { EgressType: 'VPC' } }),
    'a way left to a parameter is unknown': egress(OPEN),
  }),
  casesOf(notPublic, {
    'a private service is compliant': ingress(false),
    'a public service is a finding': seen(
      ingress(true),
      'Properties.NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible',
    ),
    'nothing said is a finding': subject(SERVICE),
    'a service left to a parameter is unknown': ingress(OPEN),
  }),
  casesOf(customerKey, {
    'a key is compliant': subject(SERVICE, { EncryptionConfiguration: { KmsKey: 'alias/own' } }),
    'no key is a finding': seen(subject(SERVICE), 'Properties.EncryptionConfiguration.KmsKey'),
    'a key in one branch is a finding': subject(SERVICE, {
      EncryptionConfiguration: either({ KmsKey: 'alias/own' }, NOTHING),
    }),
    'a key left to a parameter is unknown': subject(SERVICE, { EncryptionConfiguration: { KmsKey: OPEN } }),
  }),
  casesOf(observed, {
    'a trace is compliant': subject(SERVICE, { ObservabilityConfiguration: { ObservabilityEnabled: true } }),
    'no trace is a finding': seen(
      subject(SERVICE),
      'Properties.ObservabilityConfiguration.ObservabilityEnabled',
    ),
    'a trace left to a parameter is unknown': subject(SERVICE, { ObservabilityConfiguration: OPEN }),
  }),
];
