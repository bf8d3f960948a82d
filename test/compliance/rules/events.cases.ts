import { apiDestinationTls } from '../../../lib/compliance/rules/events/api-destination-tls';
import { archiveRetained } from '../../../lib/compliance/rules/events/archive-retained';
import { busLogged } from '../../../lib/compliance/rules/events/bus-logged';
import { busNotPublic } from '../../../lib/compliance/rules/events/bus-not-public';
import { connectionValuesSecret } from '../../../lib/compliance/rules/events/connection-values-secret';
import { customerKey } from '../../../lib/compliance/rules/events/customer-key';
import { deadLetterQueue } from '../../../lib/compliance/rules/events/dead-letter-queue';
import { noDetailInLogs } from '../../../lib/compliance/rules/events/no-detail-in-logs';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  casesOf,
  either,
  NOTHING,
  OPEN,
  resource,
  seen,
  stack,
  subject,
} from '../../support/judge-template';

const BUS = 'AWS::Events::EventBus';
const POLICY = 'AWS::Events::EventBusPolicy';
const allow = (principal: Json, condition?: JsonObject): JsonObject => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 'events:PutEvents',
  Resource: '*',
  ...(condition ? { Condition: condition } : {}),
});
const ORGANISATION = { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: 'o-1' };
const target = (extra: JsonObject) =>
  subject('AWS::Events::Rule', { Targets: [{ Id: 'a', Arn: 'arn:x', ...extra }] });
const logging = (LogConfig: Json) => subject(BUS, { LogConfig });
const destination = (address: Json) =>
  subject('AWS::Events::ApiDestination', { InvocationEndpoint: address, ConnectionArn: 'arn:x' });
const header = (entry: JsonObject) =>
  subject('AWS::Events::Connection', {
    AuthParameters: { InvocationHttpParameters: { HeaderParameters: [{ Key: 'x', Value: 'y', ...entry }] } },
  });
const kept = (properties: JsonObject) =>
  stack({
    Subject: resource('AWS::Events::Archive', properties, {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    }),
  });

export const eventsCases = [
  casesOf(busNotPublic, {
    'an account is compliant': subject(POLICY, { Principal: '111122223333', Action: 'events:PutEvents' }),
    'everybody of the organisation is compliant': subject(POLICY, {
      Principal: '*',
      Condition: ORGANISATION,
    }),
    'a statement for the organisation is compliant': subject(POLICY, {
      Statement: allow('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }),
    }),
    'everybody is a finding': seen(subject(POLICY, { Principal: '*' }), 'Properties.Principal'),
    'everybody with a condition in one branch is a finding': subject(POLICY, {
      Principal: '*',
      Condition: either(ORGANISATION, NOTHING),
    }),
    'a statement for everybody is a finding': seen(
      subject(POLICY, { Statement: allow({ AWS: '*' }) }),
      'Properties.Statement',
    ),
    'a bus for everybody is a finding': seen(
      subject(BUS, { Policy: { Statement: [allow('*')] } }),
      'Properties.Policy.Statement.0',
    ),
    'a principal left to a parameter is unknown': subject(POLICY, { Principal: OPEN }),
  }),
  casesOf(customerKey, {
    'a key is compliant': subject(BUS, { KmsKeyIdentifier: 'alias/events' }),
    'no key is a finding': seen(subject(BUS), 'Properties.KmsKeyIdentifier'),
    'a key left to a parameter is unknown': subject(BUS, { KmsKeyIdentifier: OPEN }),
  }),
  casesOf(deadLetterQueue, {
    'a queue is compliant': subject(
      'AWS::Events::Rule',
      { Targets: [{ Id: 'a', DeadLetterConfig: { Arn: arn('Queue') } }] },
      { Queue: resource('AWS::SQS::Queue') },
    ),
    'no queue is a finding': seen(target({}), 'Properties.Targets.0.DeadLetterConfig.Arn'),
    'a queue in one branch is a finding': target({ DeadLetterConfig: either({ Arn: 'arn:x' }, NOTHING) }),
    'a queue left to a parameter is unknown': target({ DeadLetterConfig: { Arn: OPEN } }),
    'no targets is not applicable': subject('AWS::Events::Rule'),
  }),
  casesOf(noDetailInLogs, {
    'nothing said is compliant': subject(BUS),
    'no detail is compliant': logging({ Level: 'INFO', IncludeDetail: 'NONE' }),
    'full detail is a finding': seen(
      logging({ Level: 'INFO', IncludeDetail: 'FULL' }),
      'Properties.LogConfig.IncludeDetail',
    ),
    'detail left to a parameter is unknown': logging({ IncludeDetail: OPEN }),
  }),
  casesOf(busLogged, {
    'errors is compliant': logging({ Level: 'ERROR' }),
    'nothing said is a finding': seen(subject(BUS), 'Properties.LogConfig.Level'),
    'logs turned off is a finding': logging({ Level: 'OFF' }),
    'a level left to a parameter is unknown': logging({ Level: OPEN }),
  }),
  casesOf(apiDestinationTls, {
    'HTTPS is compliant': destination('https://clinic.example/notes'),
    'HTTPS to a place left open is compliant': destination({
      'Fn::Sub': 'https://${AWS::Region}.clinic.example',
    }),
    'HTTP is a finding': seen(destination('http://clinic.example/notes'), 'Properties.InvocationEndpoint'),
    'no connection is a finding': seen(
      subject('AWS::Events::ApiDestination', { InvocationEndpoint: 'https://clinic.example' }),
      'Properties.ConnectionArn',
    ),
    'an address left to a parameter is unknown': destination(OPEN),
  }),
  casesOf(connectionValuesSecret, {
    'a secret is compliant': header({ IsValueSecret: true }),
    'nothing said is a finding': seen(
      header({}),
      'Properties.AuthParameters.InvocationHttpParameters.HeaderParameters.0.IsValueSecret',
    ),
    'a body in clear text is a finding': subject('AWS::Events::Connection', {
      AuthParameters: {
        OAuthParameters: { OAuthHttpParameters: { BodyParameters: [{ IsValueSecret: false }] } },
      },
    }),
    'a value left to a parameter is unknown': header({ IsValueSecret: OPEN }),
  }),
  casesOf(archiveRetained, {
    'events for ever is compliant': kept({}),
    'events for six years is compliant': kept({ RetentionDays: 2192 }),
    'events for a day less is a finding': seen(kept({ RetentionDays: 2191 }), 'Properties.RetentionDays'),
    'an archive that goes with its stack is a finding': seen(
      subject('AWS::Events::Archive'),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'days left to a parameter is unknown': kept({ RetentionDays: OPEN }),
  }),
];
