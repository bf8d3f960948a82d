import { noDebugLogging } from '../../../lib/compliance/rules/phi/no-debug-logging';
import { noEventLogging } from '../../../lib/compliance/rules/phi/no-event-logging';
import { noIdentifiers } from '../../../lib/compliance/rules/phi/no-identifiers';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { body, casesOf, either, OPEN, resource, seen, subject } from '../../support/judge-template';

const BUCKET = 'AWS::S3::Bucket';
const FUNCTION = 'AWS::Lambda::Function';
const TASK = 'AWS::ECS::TaskDefinition';
const PROMPT = 'AWS::Bedrock::Prompt';

const variables = (map: Json) => subject(FUNCTION, { Environment: { Variables: map } });
const container = (...entries: readonly Json[]) =>
  subject(TASK, { ContainerDefinitions: [{ Name: 'c', Environment: entries }] });
const tagged = (key: string, value: Json) => subject(BUCKET, { Tags: [{ Key: key, Value: value }] });
const TAG = 'Properties.Tags.0.Value';
const saying = (text: Json) =>
  subject(PROMPT, { Variants: [{ TemplateConfiguration: { Text: { Text: text } } }] });
const SAID = 'Properties.Variants.0.TemplateConfiguration.Text.Text';
const along = (rest: JsonObject) => ({ stacks: [body({ Subject: resource(BUCKET) }, rest)] }) as const;

export const phiCases = [
  casesOf(noIdentifiers, {
    'plain tags is compliant': tagged('Department', 'Cardiology'),
    'a prompt that speaks of identifiers is compliant': saying(
      'Ask for the date of birth and the MRN, and never repeat a social security number.',
    ),
    'a pattern for a number is compliant': saying('MRN[ :#]*[0-9]{6,10}'),
    'a number without a cue is compliant': tagged('Ticket', '20240112345'),
    'an address for patients is compliant': tagged('Contact', 'patients@clinic.example'),
    'numbers of nobody is compliant': saying('000-12-3456 and 666-12-3456 and 123-00-4567 and 123-45-0000'),
    'a number inside an identifier is compliant': tagged('Id', '1b4e28ba-123-45-6789-2fa1'),
    'a social security number is a finding': seen(tagged('Owner', '123-45-6789'), TAG),
    'a record number under its tag is a finding': seen(tagged('MRN', 'A0012345'), TAG),
    'a record number that is a number is a finding': tagged('mrn', 10012345),
    'a record number in a prompt is a finding': seen(
      saying('Summarize medical record number 10012345.'),
      SAID,
    ),
    'a date of birth in a prompt is a finding': seen(saying('A patient, DOB: 02/29/1980, asks'), SAID),
    'a date of birth as ISO writes it is a finding': saying({
      'Fn::Sub': 'date of birth = 1980-02-29 ${Subject}',
    }),
    'a Medicare number is a finding': saying('MBI 1EG4-TE5-MK73'),
    'a telephone number of a patient is a finding': seen(
      subject(FUNCTION, { Environment: { Variables: { PATIENT_PHONE: '(202) 555-0143' } } }),
      'Properties.Environment.Variables.PATIENT_PHONE',
    ),
    'an e-mail address of a patient is a finding': tagged('patient-email', 'jo@mail.example'),
    'an identifier in a branch is a finding': tagged('Owner', either('nobody', '123-45-6789')),
    'an identifier in a default is a finding': seen(
      along({ Parameters: { Open: { Type: 'String' }, Mrn: { Type: 'String', Default: 'MRN 10012345' } } }),
      'Parameters.Mrn.Default',
    ),
    'an identifier in an output is a finding': seen(
      along({ Outputs: { Out: { Value: 'x', Description: 'DOB 1980-02-29' } } }),
      'Outputs.Out.Description',
    ),
  }),
  casesOf(noEventLogging, {
    'no variables is compliant': subject(FUNCTION),
    'switched off is compliant': variables({ POWERTOOLS_LOGGER_LOG_EVENT: false, OTHER: 'true' }),
    'switched on is a finding': seen(
      variables({ POWERTOOLS_LOGGER_LOG_EVENT: 'true' }),
      'Properties.Environment.Variables.POWERTOOLS_LOGGER_LOG_EVENT',
    ),
    'development is a finding': variables({ POWERTOOLS_DEV: '1' }),
    'switched on in a container is a finding': seen(
      container({ Name: 'A', Value: 'b' }, { Name: 'POWERTOOLS_LOGGER_LOG_EVENT', Value: 'true' }),
      'Properties.ContainerDefinitions.0.Environment.1.Value',
    ),
    'switched on in an agent is a finding': subject('AWS::BedrockAgentCore::Runtime', {
      EnvironmentVariables: { POWERTOOLS_DEBUG: 'true' },
    }),
    'switched on in a harness is a finding': subject('AWS::BedrockAgentCore::Harness', {
      EnvironmentVariables: { POWERTOOLS_DEBUG: 'true' },
    }),
    'switched on in a model is a finding': subject('AWS::SageMaker::Model', {
      Containers: [{ Environment: { POWERTOOLS_DEBUG: 'true' } }],
    }),
    'a switch left to a parameter is unknown': variables({ POWERTOOLS_LOGGER_LOG_EVENT: OPEN }),
    'variables left to a parameter is unknown': seen(variables(OPEN), 'Properties.Environment.Variables'),
  }),
  casesOf(noDebugLogging, {
    'no variables is compliant': subject(FUNCTION),
    'information is compliant': variables({ LOG_LEVEL: 'INFO' }),
    'the level of the platform at information is compliant': subject(FUNCTION, {
      LoggingConfig: { ApplicationLogLevel: 'INFO' },
    }),
    'debugging is a finding': seen(
      variables({ LOG_LEVEL: 'debug' }),
      'Properties.Environment.Variables.LOG_LEVEL',
    ),
    'the level of a library is a finding': variables({ POWERTOOLS_LOG_LEVEL: 'TRACE' }),
    'the level of the platform is a finding': seen(
      subject(FUNCTION, { LoggingConfig: { ApplicationLogLevel: 'DEBUG' } }),
      'Properties.LoggingConfig.ApplicationLogLevel',
    ),
    'debugging in a container is a finding': container({ Name: 'LOG_LEVEL', Value: 'DEBUG' }),
    'debugging in an agent is a finding': subject('AWS::BedrockAgentCore::Runtime', {
      EnvironmentVariables: { LOG_LEVEL: 'DEBUG' },
    }),
    'debugging in a harness is a finding': subject('AWS::BedrockAgentCore::Harness', {
      EnvironmentVariables: { LOG_LEVEL: 'DEBUG' },
    }),
    'debugging in a model is a finding': subject('AWS::SageMaker::Model', {
      PrimaryContainer: { Environment: { LOG_LEVEL: 'DEBUG' } },
    }),
    'a level left to a parameter is unknown': variables({ LOG_LEVEL: OPEN }),
  }),
];
