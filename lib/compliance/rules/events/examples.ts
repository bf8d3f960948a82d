import type { Examples } from '../example';
import { KEY_IN_YAML, yaml } from '../yaml';

const bus = (line: string) => yaml('Bus', 'Events::EventBus', 'Name: notes', line);
const policy = (principal: string) =>
  yaml(
    'Policy',
    'Events::EventBusPolicy',
    'StatementId: put',
    `Statement: { Effect: Allow, Principal: ${principal}, Action: 'events:PutEvents', Resource: '*' }`,
  );
const archive = (policies: string) => `
Archive:
  Type: AWS::Events::Archive${policies}
  Properties:
    SourceArn: arn:aws:events:us-east-1:111122223333:event-bus/notes
`;
const target = (line: string) =>
  yaml('Rule', 'Events::Rule', `Targets: [{ Id: redact, Arn: !GetAtt Queue.Arn${line} }]`).concat(
    yaml('Queue', 'SQS::Queue'),
  );
const destination = (address: string) =>
  yaml(
    'Destination',
    'Events::ApiDestination',
    'ConnectionArn: !GetAtt Connection.Arn',
    `InvocationEndpoint: '${address}'`,
  ).concat(yaml('Connection', 'Events::Connection', 'AuthorizationType: API_KEY'));
const header = (line: string) =>
  yaml(
    'Connection',
    'Events::Connection',
    'AuthParameters:',
    '  InvocationHttpParameters:',
    `    HeaderParameters: [{ Key: x-clinic, Value: a${line} }]`,
  );

export const eventsExamples: Examples = {
  'events-api-destination-tls': {
    bad: destination('http://clinic.example/notes'),
    good: destination('https://clinic.example/notes'),
  },
  'events-archive-retained': {
    bad: archive(''),
    good: archive('\n  DeletionPolicy: Retain\n  UpdateReplacePolicy: Retain'),
  },
  'events-bus-logged': {
    bad: bus('LogConfig: { Level: OFF }'),
    good: bus('LogConfig: { Level: ERROR, IncludeDetail: NONE }'),
  },
  'events-bus-not-public': {
    bad: policy("'*'"),
    good: policy("{ AWS: 'arn:aws:iam::111122223333:root' }"),
  },
  'events-customer-key': {
    bad: bus('Description: notes'),
    good: bus('KmsKeyIdentifier: !GetAtt Key.Arn').concat(KEY_IN_YAML),
  },
  'events-connection-values-secret': { bad: header(''), good: header(', IsValueSecret: true') },
  'events-dead-letter-queue': {
    bad: target(''),
    good: target(', DeadLetterConfig: { Arn: !GetAtt Queue.Arn }'),
  },
  'events-no-detail-in-logs': {
    bad: bus('LogConfig: { Level: ERROR, IncludeDetail: FULL }'),
    good: bus('LogConfig: { Level: ERROR, IncludeDetail: NONE }'),
  },
};
