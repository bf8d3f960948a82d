import { isObject, own, type Json, type JsonObject } from '../json';
import { eventsOf } from './events';
import { roleOf } from './role';
import {
  arnOf,
  beside,
  defined,
  main,
  objectOf,
  omit,
  tagList,
  type Expanded,
  type Made,
  type SamResource,
} from './sam-resource';

/** Properties of SAM's that a function of Lambda's does not have under this name. */
const OF_SAM: ReadonlySet<string> = new Set([
  'AssumeRolePolicyDocument', 'AutoPublishAlias', 'AutoPublishAliasAllProperties', 'AutoPublishCodeSha256', 'CodeUri',
  'DeadLetterQueue', 'DeploymentPreference', 'EventInvokeConfig', 'Events', 'FunctionUrlConfig', 'ImageUri', 'InlineCode',
  'PermissionsBoundary', 'Policies', 'SourceKMSKeyArn', 'PropagateTags', 'ProvisionedConcurrencyConfig', 'RolePath', 'Tags', 'Tracing',
  'VersionDescription', 'VersionDeletionPolicy', 'PublishToLatestPublished', 'FunctionScalingConfig',
]); // prettier-ignore

const SERVICE_ROLE = 'arn:aws:iam::aws:policy/service-role/';
const QUEUE_ACTIONS: Readonly<Record<string, string>> = { SQS: 'sqs:SendMessage', SNS: 'sns:Publish' };

/** Source: SAM developer guide, "Generated CloudFormation resources for AWS::Serverless::Function". */
export function expandFunction(sam: SamResource): Expanded {
  const { properties, logicalId } = sam;
  const events = eventsOf(sam);
  const ownRole = own(properties, 'Role');
  const deadLetter = own(objectOf(own(properties, 'DeadLetterQueue')), 'TargetArn');
  const lambda = defined({
    ...omit(properties, OF_SAM),
    Code: codeOf(properties),
    Role: ownRole ?? arnOf(`${logicalId}Role`),
    Tags: tagList(own(properties, 'Tags')),
    TracingConfig:
      own(properties, 'Tracing') === undefined ? undefined : { Mode: own(properties, 'Tracing') },
    DeadLetterConfig: deadLetter === undefined ? undefined : { TargetArn: deadLetter },
  });
  const paths = [
    ['Properties.TracingConfig.Mode', 'Properties.Tracing'],
    ['Properties.TracingConfig', 'Properties.Tracing'],
    ['Properties.DeadLetterConfig', 'Properties.DeadLetterQueue'],
    ['Properties.Code.ImageUri', 'Properties.ImageUri'],
    ['Properties.Code.ZipFile', 'Properties.InlineCode'],
    ['Properties.Code.SourceKMSKeyArn', 'Properties.SourceKMSKeyArn'],
    ['Properties.Code', 'Properties.CodeUri'],
    ['Properties', 'Properties'],
  ] as const;
  const role = ownRole === undefined ? roleOf(sam, rolePartsOf(sam, events.managed)) : undefined;
  return {
    made: [
      main(sam, 'AWS::Lambda::Function', lambda, paths),
      ...(role ? [role.made] : []),
      ...published(sam),
      ...functionUrl(sam),
      ...events.made,
    ],
    hidden: [...(role?.hidden ?? []), ...events.hidden],
    routes: events.routes,
  };
}

function codeOf(properties: JsonObject): Json | undefined {
  const inline = own(properties, 'InlineCode');
  if (inline !== undefined) return { ZipFile: inline };
  const image = own(properties, 'ImageUri');
  if (image !== undefined) return { ImageUri: image };
  const uri = own(properties, 'CodeUri');
  if (!isObject(uri)) return {};
  return defined({
    S3Bucket: own(uri, 'Bucket'),
    S3Key: own(uri, 'Key'),
    S3ObjectVersion: own(uri, 'Version'),
    SourceKMSKeyArn: own(properties, 'SourceKMSKeyArn'),
  });
}

function rolePartsOf({ properties }: SamResource, ofEvents: readonly string[]) {
  const tracing = own(properties, 'Tracing');
  const managed = [
    `${SERVICE_ROLE}AWSLambdaBasicExecutionRole`,
    ...(tracing === 'Active' ? ['arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess'] : []),
    ...(own(properties, 'VpcConfig') === undefined ? [] : [`${SERVICE_ROLE}AWSLambdaVPCAccessExecutionRole`]),
    ...ofEvents.map((name) => SERVICE_ROLE + name),
  ];
  const queue = objectOf(own(properties, 'DeadLetterQueue'));
  const kind = own(queue, 'Type');
  const target = own(queue, 'TargetArn');
  const action =
    typeof kind === 'string' && Object.hasOwn(QUEUE_ACTIONS, kind) ? QUEUE_ACTIONS[kind] : undefined;
  const inline =
    target === undefined || action === undefined
      ? []
      : [
          {
            statements: [{ Effect: 'Allow', Action: action, Resource: target }],
            written: 'Properties.DeadLetterQueue',
          },
        ];
  return { service: 'lambda.amazonaws.com', managed: [...new Set(managed)], inline };
}

function published(sam: SamResource): readonly Made[] {
  const { logicalId, properties } = sam;
  const alias = own(properties, 'AutoPublishAlias');
  const invoke = own(properties, 'EventInvokeConfig');
  const made: Made[] = [];
  if (alias !== undefined) {
    made.push(
      beside(sam, 'Version', 'AWS::Lambda::Version', { FunctionName: { Ref: logicalId } }),
      beside(
        sam,
        `Alias${typeof alias === 'string' ? alias.replaceAll(/[^A-Za-z0-9]/gu, '') : ''}`,
        'AWS::Lambda::Alias',
        defined({
          Name: alias,
          FunctionName: { Ref: logicalId },
          FunctionVersion: { 'Fn::GetAtt': [`${logicalId}Version`, 'Version'] },
          ProvisionedConcurrencyConfig: own(properties, 'ProvisionedConcurrencyConfig'),
        }),
      ),
    );
  }
  if (isObject(invoke)) {
    const config = { FunctionName: { Ref: logicalId }, Qualifier: '$LATEST', ...invoke };
    made.push(
      beside(sam, 'EventInvokeConfig', 'AWS::Lambda::EventInvokeConfig', config, [
        ['Properties', 'Properties.EventInvokeConfig'],
      ]),
    );
  }
  return made;
}

/** A URL without authentication comes with the permission for everybody that makes it work. */
function functionUrl(sam: SamResource): readonly Made[] {
  const config = own(sam.properties, 'FunctionUrlConfig');
  if (!isObject(config)) return [];
  const target = { Ref: sam.logicalId };
  const written = 'Properties.FunctionUrlConfig';
  const url = beside(sam, 'Url', 'AWS::Lambda::Url', { TargetFunctionArn: target, ...config }, [
    ['Properties', written],
  ]);
  if (own(config, 'AuthType') !== 'NONE') return [url];
  const everybody = {
    Action: 'lambda:InvokeFunctionUrl',
    FunctionName: target,
    Principal: '*',
    FunctionUrlAuthType: 'NONE',
  };
  // since October 2025 a URL needs both
  const invoke = { ...omit(everybody, new Set(['FunctionUrlAuthType'])), Action: 'lambda:InvokeFunction' };
  const paths = [
    ['Properties.Principal', `${written}.AuthType`],
    ['Properties.FunctionUrlAuthType', `${written}.AuthType`],
  ] as const;
  return [
    url,
    beside(sam, 'UrlPublicPermissions', 'AWS::Lambda::Permission', everybody, paths),
    beside(
      sam,
      'URLInvokeAllowPublicAccess',
      'AWS::Lambda::Permission',
      { ...invoke, InvokedViaFunctionUrl: true },
      paths,
    ),
  ];
}

/** A layer is kept when its stack goes, unless told otherwise. */
export function expandLayerVersion(sam: SamResource): Expanded {
  const uri = own(sam.properties, 'ContentUri');
  const content = isObject(uri)
    ? { S3Bucket: own(uri, 'Bucket'), S3Key: own(uri, 'Key'), S3ObjectVersion: own(uri, 'Version') }
    : {};
  const properties = omit(sam.properties, new Set(['ContentUri', 'RetentionPolicy', 'PublishLambdaVersion']));
  const layer = main(sam, 'AWS::Lambda::LayerVersion', { ...properties, Content: defined(content) }, [
    ['Properties.Content', 'Properties.ContentUri'],
    ['Properties', 'Properties'],
  ]);
  const policy = own(sam.properties, 'RetentionPolicy') === 'Delete' ? 'Delete' : 'Retain';
  return { made: [{ ...layer, definition: { DeletionPolicy: policy, ...layer.definition } }] };
}
