import type { Hidden } from '../expansion/origin';
import { isObject, own, type Json, type JsonObject } from '../json';
import {
  arnOf,
  beside,
  defined,
  objectOf,
  omit,
  pick,
  referred,
  type Made,
  type Paths,
  type Route,
  type SamResource,
} from './sam-resource';

/** What the events of a function or state machine become. */
export interface Events {
  readonly made: readonly Made[];
  readonly routes: readonly Route[];
  /** Managed policies the role of the function needs to read its sources. */
  readonly managed: readonly string[];
  readonly hidden: readonly Hidden[];
}

interface Event {
  readonly sam: SamResource;
  readonly name: string;
  readonly properties: JsonObject;
  /** Paths of a resource that has the event's own properties. */
  readonly same: Paths;
}

/** Managed policy by type of the sources that Lambda polls; undefined for those whose rights the author must give. */
const POLLED: Readonly<Record<string, string | undefined>> = {
  SQS: 'AWSLambdaSQSQueueExecutionRole',
  Kinesis: 'AWSLambdaKinesisExecutionRole',
  DynamoDB: 'AWSLambdaDynamoDBExecutionRole',
  MSK: 'AWSLambdaMSKExecutionRole',
  MQ: undefined,
  SelfManagedKafka: undefined,
  DocumentDB: undefined,
};
/** Names that differ between an event of SAM's and a mapping of Lambda's. */
const SOURCES = ['Queue', 'Stream', 'Broker', 'Cluster'] as const;

/** Source: SAM developer guide, "EventSource", and the resources it lists for each type. */
export function eventsOf(sam: SamResource): Events {
  const made: Made[] = [];
  const routes: Route[] = [];
  const managed: string[] = [];
  const hidden: Hidden[] = [];
  for (const [name, definition] of Object.entries(objectOf(own(sam.properties, 'Events')))) {
    const type = isObject(definition) ? own(definition, 'Type') : undefined;
    const properties = isObject(definition) ? objectOf(own(definition, 'Properties')) : {};
    const written = `Properties.Events.${name}`;
    const event: Event = {
      sam,
      name,
      properties,
      same: [['Properties', `${written}.Properties`]],
    };
    if (type === 'Api' || type === 'HttpApi') {
      routes.push(routeOf(event, type));
      made.push(apiPermission(event, type));
    } else if (typeof type === 'string' && Object.hasOwn(POLLED, type)) {
      made.push(mapping(event));
      const policy = POLLED[type];
      if (policy !== undefined) managed.push(policy);
    } else {
      const others = typeof type === 'string' ? pushed(type, event) : undefined;
      made.push(...(others ?? []));
      if (!others)
        hidden.push({
          logicalId: sam.logicalId,
          property: written,
          reason: 'is an event of a type the reader does not know',
        });
    }
  }
  return { made, routes, managed, hidden };
}

function routeOf({ sam, name, properties }: Event, type: 'Api' | 'HttpApi'): Route {
  const text = (member: string, otherwise: string) => {
    const value = own(properties, member);
    return typeof value === 'string' ? value : otherwise;
  };
  const api = referred(own(properties, type === 'Api' ? 'RestApiId' : 'ApiId'));
  return {
    kind: type === 'Api' ? 'rest' : 'http',
    api,
    path: text('Path', '$default'),
    method: text('Method', 'any').toLowerCase(),
    auth: objectOf(own(properties, 'Auth')),
    properties,
    name,
    owner: sam,
  };
}

function permission(event: Event, principal: string, source: JsonObject, paths: Paths = event.same): Made {
  const properties = {
    Action: 'lambda:InvokeFunction',
    FunctionName: { Ref: event.sam.logicalId },
    Principal: principal,
    ...source,
  };
  return beside(event.sam, `${event.name}Permission`, 'AWS::Lambda::Permission', properties, paths);
}

function apiPermission(event: Event, type: 'Api' | 'HttpApi'): Made {
  const api = own(event.properties, 'RestApiId') ??
    own(event.properties, 'ApiId') ?? { Ref: type === 'Api' ? 'ServerlessRestApi' : 'ServerlessHttpApi' };
  const SourceArn = {
    'Fn::Sub': [
      'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__Api}/*',
      { __Api: api },
    ],
  };
  return permission(event, 'apigateway.amazonaws.com', { SourceArn });
}

function mapping(event: Event): Made {
  const { properties, sam, name } = event;
  const source = SOURCES.map((each) => own(properties, each)).find((value) => value !== undefined);
  const config = {
    ...omit(properties, new Set(SOURCES)),
    EventSourceArn: source,
    FunctionName: { Ref: sam.logicalId },
  };
  return beside(sam, name, 'AWS::Lambda::EventSourceMapping', defined(config), event.same);
}

/** Sources that call the function themselves; undefined for a type nobody knows. */
function pushed(type: string, event: Event): readonly Made[] | undefined {
  const { properties, sam, name, same } = event;
  const callsFunction = sam.type === 'AWS::Serverless::Function';
  const target = [
    {
      Id: `${sam.logicalId}Target`,
      Arn: targetOf(sam),
      ...(callsFunction ? {} : { RoleArn: arnOf(`${sam.logicalId}${name}Role`) }),
      ...pick(properties, ['Input', 'InputPath', 'DeadLetterConfig', 'RetryPolicy', 'InputTransformer']),
    },
  ];
  const rule = (extra: JsonObject): readonly Made[] => [
    beside(sam, name, 'AWS::Events::Rule', { ...extra, Targets: target }, same),
    callsFunction
      ? permission(event, 'events.amazonaws.com', { SourceArn: arnOf(sam.logicalId + name) })
      : invoker(event, 'events.amazonaws.com'),
  ];
  switch (type) {
    case 'Schedule':
      return rule(
        defined({
          ScheduleExpression: own(properties, 'Schedule'),
          ...pick(properties, ['Name', 'Description', 'State']),
        }),
      );
    case 'EventBridgeRule':
    case 'CloudWatchEvent':
      return rule(
        defined({
          EventPattern: own(properties, 'Pattern'),
          ...pick(properties, ['EventBusName', 'State']),
          Name: own(properties, 'RuleName'),
        }),
      );
    case 'ScheduleV2':
      return [
        beside(
          sam,
          name,
          'AWS::Scheduler::Schedule',
          defined({
            ...omit(
              properties,
              new Set([
                'Input',
                'RoleArn',
                'DeadLetterConfig',
                'RetryPolicy',
                'OmitName',
                'PermissionsBoundary',
              ]),
            ),
            Target: {
              Arn: targetOf(sam),
              RoleArn: own(properties, 'RoleArn') ?? arnOf(`${sam.logicalId}${name}Role`),
            },
          }),
          same,
        ),
        ...(own(properties, 'RoleArn') === undefined ? [invoker(event, 'scheduler.amazonaws.com')] : []),
      ];
    case 'S3':
      return [permission(event, 's3.amazonaws.com', { SourceAccount: { Ref: 'AWS::AccountId' } })];
    case 'SNS':
      return [
        beside(
          sam,
          name,
          'AWS::SNS::Subscription',
          defined({
            Protocol: 'lambda',
            Endpoint: arnOf(sam.logicalId),
            TopicArn: own(properties, 'Topic'),
            ...pick(properties, ['FilterPolicy', 'Region', 'RedrivePolicy']),
          }),
          same,
        ),
        permission(event, 'sns.amazonaws.com', defined({ SourceArn: own(properties, 'Topic') })),
      ];
    case 'CloudWatchLogs':
      return [
        beside(
          sam,
          name,
          'AWS::Logs::SubscriptionFilter',
          { DestinationArn: arnOf(sam.logicalId), ...properties },
          same,
        ),
        permission(event, 'logs.amazonaws.com', {
          SourceArn: {
            'Fn::Sub': [
              'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${__LogGroupName}:*',
              { __LogGroupName: own(properties, 'LogGroupName') ?? '*' },
            ],
          },
        }),
      ];
    case 'IoTRule':
      return [
        beside(
          sam,
          name,
          'AWS::IoT::TopicRule',
          {
            TopicRulePayload: defined({
              ...pick(properties, ['Sql', 'AwsIotSqlVersion']),
              Actions: [{ Lambda: { FunctionArn: arnOf(sam.logicalId) } }],
              RuleDisabled: false,
            }),
          },
          same,
        ),
        permission(event, 'iot.amazonaws.com', {
          SourceArn: {
            'Fn::Sub': `arn:\${AWS::Partition}:iot:\${AWS::Region}:\${AWS::AccountId}:rule/\${${sam.logicalId}${name}}`,
          },
        }),
      ];
    case 'Cognito':
      return [
        permission(event, 'cognito-idp.amazonaws.com', {
          SourceArn: { 'Fn::GetAtt': [referred(own(properties, 'UserPool')) ?? 'UserPool', 'Arn'] },
        }),
      ];
    case 'AlexaSkill':
      return [
        permission(
          event,
          'alexa-appkit.amazon.com',
          defined({ EventSourceToken: own(properties, 'SkillId') }),
          [['Properties.Principal', `Properties.Events.${name}`], ...same],
        ),
      ];
    default:
      return undefined;
  }
}

function targetOf(sam: SamResource): Json {
  return sam.type === 'AWS::Serverless::Function' ? arnOf(sam.logicalId) : { Ref: sam.logicalId };
}

/** The role by which a service starts what the event is of. */
function invoker({ sam, name }: Event, service: string): Made {
  const Action = sam.type === 'AWS::Serverless::Function' ? 'lambda:InvokeFunction' : 'states:StartExecution';
  return beside(sam, `${name}Role`, 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: [service] } }],
    },
    Policies: [
      {
        PolicyName: `${sam.logicalId}${name}Policy`,
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action, Resource: targetOf(sam) }],
        },
      },
    ],
  });
}
