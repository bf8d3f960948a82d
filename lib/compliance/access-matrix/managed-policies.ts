import { readDocument } from '../policy/document';
import type { Statement } from '../policy/statement';
import type { Json } from '../template/json';

const allow = (statement: Readonly<Record<string, Json>>): readonly Statement[] =>
  readDocument({ Version: '2012-10-17', Statement: { Effect: 'Allow', Resource: '*', ...statement } });

/**
 * What AWS's managed policies say of Bedrock, for those that most roles have; of the others nothing is known here.
 * Source: AWS managed policy reference guide.
 */
const KNOWN: ReadonlyMap<string, readonly Statement[]> = new Map([
  ['AdministratorAccess', allow({ Action: '*' })],
  ['PowerUserAccess', allow({ NotAction: ['iam:*', 'organizations:*', 'account:*'] })],
  ['AmazonBedrockFullAccess', allow({ Action: 'bedrock:*' })],
  ...[
    'AWSXRayDaemonWriteAccess',
    'AmazonSSMManagedInstanceCore',
    'CloudWatchAgentServerPolicy',
    'service-role/AWSConfigRole',
    'service-role/AWS_ConfigRole',
    'service-role/AWSLambdaBasicExecutionRole',
    'service-role/AWSLambdaDynamoDBExecutionRole',
    'service-role/AWSLambdaKinesisExecutionRole',
    'service-role/AWSLambdaSQSQueueExecutionRole',
    'service-role/AWSLambdaVPCAccessExecutionRole',
    'service-role/AmazonAPIGatewayPushToCloudWatchLogs',
    'service-role/AmazonECSTaskExecutionRolePolicy',
  ].map((name): [string, readonly Statement[]] => [name, []]),
]);

const NAME = /:iam::aws:policy\/(?<name>.+)$/u;

/** The statements of a managed policy outside the assembly that are about Bedrock; undefined when nobody knows. */
export function managedStatements(arn: string): readonly Statement[] | undefined {
  return KNOWN.get(NAME.exec(arn)?.groups?.['name'] ?? '');
}
