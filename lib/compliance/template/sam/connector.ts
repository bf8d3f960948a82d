import { isList, isObject, own, type Json, type JsonObject } from '../json';
import data from './connector-profiles.json';
import { arnOf, beside, objectOf, type Expanded, type SamResource } from './sam-resource';

interface Profile {
  readonly type: string;
  readonly ofSource: boolean;
  readonly access: JsonObject;
}
const PROFILES = data.profiles as unknown as Readonly<Record<string, Readonly<Record<string, Profile>>>>;

/** The plain type of a serverless one, as connectors see it. */
const PLAIN: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
};

/**
 * What a connector grants. The policies are those of SAM's own table; an end that is no resource of this template is hidden.
 * Source: SAM developer guide, "AWS::Serverless::Connector".
 */
export function expandConnector(sam: SamResource, resources: JsonObject): Expanded {
  const source = endOf(own(sam.properties, 'Source'), resources);
  const given = own(sam.properties, 'Destination');
  const permissions = own(sam.properties, 'Permissions');
  const made = (isList(given) ? given : [given]).map((each, index) => {
    const destination = endOf(each, resources);
    const profile = source && destination ? profileOf(source.type, destination.type) : undefined;
    if (!source || !destination || !profile || !isList(permissions)) return undefined;
    const ends = { Source: source.id, Destination: destination.id };
    const granted = permissions.flatMap((access) =>
      typeof access === 'string' ? (own(profile.access, access) ?? []) : [],
    );
    return grant(sam, index === 0 ? '' : String(index), profile, granted, ends);
  });
  return {
    made: made.flatMap((each) => each ?? []),
    hidden: made.includes(undefined)
      ? [
          {
            logicalId: sam.logicalId,
            property: 'Properties',
            reason: 'connects what this template does not say the types of',
          },
        ]
      : [],
  };
}

function endOf(end: Json | undefined, resources: JsonObject): { id: string; type: string } | undefined {
  const id = isObject(end) ? own(end, 'Id') : undefined;
  const resource = typeof id === 'string' ? own(resources, id) : undefined;
  const type = isObject(resource) ? own(resource, 'Type') : undefined;
  if (typeof id !== 'string' || typeof type !== 'string') return undefined;
  return { id, type: Object.hasOwn(PLAIN, type) ? (PLAIN[type] ?? type) : type };
}

function profileOf(source: string, destination: string): Profile | undefined {
  const row = Object.hasOwn(PROFILES, source) ? PROFILES[source] : undefined;
  return row && Object.hasOwn(row, destination) ? row[destination] : undefined;
}

type Ends = Readonly<Record<'Source' | 'Destination', string>>;

function grant(sam: SamResource, suffix: string, profile: Profile, granted: readonly Json[], ends: Ends) {
  const paths = [['Properties', 'Properties.Permissions']] as const;
  const parts = granted.map((part) => objectOf(filled(part, ends)));
  const statements = parts.flatMap((part) => own(part, 'Statement') ?? []);
  const document = { Version: '2012-10-17', Statement: statements };
  switch (profile.type) {
    case 'AWS_IAM_ROLE_MANAGED_POLICY': {
      const role = { Ref: `${profile.ofSource ? ends.Source : ends.Destination}Role` };
      return [
        beside(
          sam,
          `Policy${suffix}`,
          'AWS::IAM::ManagedPolicy',
          { PolicyDocument: document, Roles: [role] },
          paths,
        ),
      ];
    }
    case 'AWS_SQS_QUEUE_POLICY':
      return [
        beside(
          sam,
          `QueuePolicy${suffix}`,
          'AWS::SQS::QueuePolicy',
          { PolicyDocument: document, Queues: [{ Ref: ends.Destination }] },
          paths,
        ),
      ];
    case 'AWS_SNS_TOPIC_POLICY':
      return [
        beside(
          sam,
          `TopicPolicy${suffix}`,
          'AWS::SNS::TopicPolicy',
          { PolicyDocument: document, Topics: [{ Ref: ends.Destination }] },
          paths,
        ),
      ];
    default:
      return parts.map((part, index) =>
        beside(
          sam,
          `${suffix}WriteLambdaPermission${index}`,
          'AWS::Lambda::Permission',
          { FunctionName: { Ref: ends.Destination }, ...part },
          paths,
        ),
      );
  }
}

/** `%{Source.Arn}` and `%{Destination.Arn}`; anything else of an end stays open. */
function filled(value: Json, ends: Ends): Json {
  if (typeof value === 'string') {
    const whole = /^%\{(?<end>Source|Destination)\.Arn\}$/u.exec(value)?.groups?.['end'];
    if (whole === 'Source' || whole === 'Destination') return arnOf(ends[whole]);
    if (!value.includes('%{')) return value;
    const text = value
      .replaceAll('%{Source.Arn}', `\${${ends.Source}.Arn}`)
      .replaceAll('%{Destination.Arn}', `\${${ends.Destination}.Arn}`)
      .replaceAll(/%\{(?:Source|Destination)\.(?<name>\w+)\}/gu, '*');
    return { 'Fn::Sub': text };
  }
  if (isList(value)) return value.map((member) => filled(member, ends));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, filled(member ?? null, ends)]),
  );
}
