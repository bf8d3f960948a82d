import { isObject, own, type JsonObject } from '../json';
import { eventsOf } from './events';
import { roleOf } from './role';
import {
  arnOf,
  defined,
  main,
  objectOf,
  omit,
  tagList,
  type Expanded,
  type SamResource,
} from './sam-resource';

/** Source: SAM developer guide, "AWS::Serverless::SimpleTable". */
export function expandSimpleTable(sam: SamResource): Expanded {
  const { properties } = sam;
  const key = objectOf(own(properties, 'PrimaryKey'));
  const name = own(key, 'Name') ?? 'id';
  const kind = own(key, 'Type');
  const throughput = own(properties, 'ProvisionedThroughput');
  const table = defined({
    ...omit(properties, new Set(['PrimaryKey', 'Tags'])),
    AttributeDefinitions: [
      { AttributeName: name, AttributeType: kind === 'Number' ? 'N' : kind === 'Binary' ? 'B' : 'S' },
    ],
    KeySchema: [{ AttributeName: name, KeyType: 'HASH' }],
    BillingMode: throughput === undefined ? 'PAY_PER_REQUEST' : undefined,
    Tags: tagList(own(properties, 'Tags')),
  });
  return { made: [main(sam, 'AWS::DynamoDB::Table', table)] };
}

const OF_MACHINE: ReadonlySet<string> = new Set([
  'Definition', 'DefinitionUri', 'Events', 'Logging', 'Name', 'PermissionsBoundary', 'Policies', 'Role', 'RolePath', 'Tags',
  'Tracing', 'Type', 'AutoPublishAlias', 'UseAliasAsEventTarget', 'DeploymentPreference', 'PropagateTags',
]); // prettier-ignore

/** Source: SAM developer guide, "Generated CloudFormation resources for AWS::Serverless::StateMachine". */
export function expandStateMachine(sam: SamResource): Expanded {
  const { properties, logicalId } = sam;
  const events = eventsOf(sam);
  const role = own(properties, 'Role');
  const machine = defined({
    ...omit(properties, OF_MACHINE),
    Definition: own(properties, 'Definition'),
    DefinitionS3Location: own(properties, 'DefinitionUri'),
    LoggingConfiguration: own(properties, 'Logging'),
    TracingConfiguration: own(properties, 'Tracing'),
    StateMachineName: own(properties, 'Name'),
    StateMachineType: own(properties, 'Type'),
    RoleArn: role ?? arnOf(`${logicalId}Role`),
    Tags: tagList(own(properties, 'Tags')),
  });
  const tracing = own(objectOf(own(properties, 'Tracing')), 'Enabled') === true;
  const parts = {
    service: 'states.amazonaws.com',
    managed: tracing ? ['arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess'] : [],
    inline: [],
  };
  const made = role === undefined ? roleOf(sam, parts) : undefined;
  return {
    made: [
      main(sam, 'AWS::StepFunctions::StateMachine', machine, [
        ['Properties.LoggingConfiguration', 'Properties.Logging'],
        ['Properties.TracingConfiguration', 'Properties.Tracing'],
        ['Properties.DefinitionS3Location', 'Properties.DefinitionUri'],
        ['Properties.RoleArn', 'Properties.Role'],
        ['Properties', 'Properties'],
      ]),
      ...(made ? [made.made] : []),
      ...events.made,
    ],
    hidden: [...(made?.hidden ?? []), ...events.hidden],
    routes: events.routes,
  };
}

/** An application is a nested stack whose template lies elsewhere: what is in it is not judged here. */
export function expandApplication(sam: SamResource): Expanded {
  const location = own(sam.properties, 'Location');
  const stack: JsonObject = {
    ...omit(sam.properties, new Set(['Location', 'Tags'])),
    ...defined({
      TemplateURL: isObject(location) ? undefined : location,
      Tags: tagList(own(sam.properties, 'Tags')),
    }),
  };
  return {
    made: [
      main(sam, 'AWS::CloudFormation::Stack', stack, [
        ['Properties.TemplateURL', 'Properties.Location'],
        ['Properties', 'Properties'],
      ]),
    ],
  };
}
