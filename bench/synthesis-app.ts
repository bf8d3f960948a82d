// One synthesis of an app of about RESOURCES resources, with one judge or none. Prints CPU milliseconds as JSON.
import {
  App,
  Duration,
  RemovalPolicy,
  Stack,
  Validations,
  aws_dynamodb as dynamodb,
  aws_ec2 as ec2,
  aws_iam as iam,
  aws_lambda as lambda,
  aws_logs as logs,
  aws_s3 as s3,
  aws_sns as sns,
  aws_sqs as sqs,
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
} from 'aws-cdk-lib';
import { HIPAASecurityChecks } from 'cdk-nag';
import { judge as judgeAll } from '../lib/compliance/judge';
import { readAssembly } from '../lib/compliance/template/read-assembly';
import { rulesIn } from '../lib/compliance/profile';
import { RULES } from '../lib/compliance/rules/registry';
import { HipaaAiChecks } from '../lib/compliance/packs/hipaa-ai-checks';
import { ServiceKeys } from '../lib/encryption/service-keys';
import { PrivateNetwork } from '../lib/network/private-network';

const PER_UNIT = 10;
const PER_STACK = 400;
const judge = process.argv[2] ?? 'none';
const resources = Number(process.argv[3] ?? 1000);

/** Ten resources as our rules want them: a passing app is what people synthesize all day. */
function unit(
  stack: Stack,
  id: string,
  network: PrivateNetwork,
  keys: ServiceKeys,
  accessLogs: s3.IBucket,
): void {
  const encryptionKey = keys.data.key;
  const bucket = new s3.Bucket(stack, `${id}Bucket`, {
    encryption: s3.BucketEncryption.KMS,
    encryptionKey,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    versioned: true,
    serverAccessLogsBucket: accessLogs,
  });
  const logGroup = new logs.LogGroup(stack, `${id}Log`, {
    encryptionKey: keys.logs.key,
    retention: logs.RetentionDays.SIX_YEARS,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const table = new dynamodb.Table(stack, `${id}Table`, {
    partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  });
  const queue = new sqs.Queue(stack, `${id}Queue`, {
    encryptionMasterKey: encryptionKey,
    retentionPeriod: Duration.days(4),
  });
  new sns.Topic(stack, `${id}Topic`, { masterKey: encryptionKey });
  const role = new iam.Role(stack, `${id}Role`, {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
  });
  new iam.ManagedPolicy(stack, `${id}Policy`, {
    roles: [role],
    statements: [
      new iam.PolicyStatement({
        actions: ['s3:GetObject', 's3:PutObject'],
        resources: [bucket.arnForObjects('*')],
      }),
      new iam.PolicyStatement({
        actions: ['dynamodb:GetItem', 'dynamodb:PutItem'],
        resources: [table.tableArn],
      }),
      new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }),
      new iam.PolicyStatement({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [encryptionKey.keyArn],
      }),
    ],
  });
  const securityGroup = new ec2.SecurityGroup(stack, `${id}Sg`, {
    vpc: network.vpc,
    allowAllOutbound: false,
  });
  new lambda.Function(stack, `${id}Function`, {
    code: lambda.Code.fromInline('exports.handler = async () => undefined;'),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_22_X,
    role: role.withoutPolicyUpdates(),
    vpc: network.vpc,
    securityGroups: [securityGroup],
    logGroup,
    environment: { TABLE: table.tableName },
    environmentEncryption: encryptionKey,
  });
}

function build(): App {
  const app = new App({
    context: {
      '@aws-cdk/aws-ec2:restrictDefaultSecurityGroup': true,
      '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
      // the CDK CLI sets these
      'aws:cdk:enable-path-metadata': true,
      'aws:cdk:enable-asset-metadata': true,
    },
    builtinCloudFormationValidation: judge === 'cloudformation-validate',
    analyticsReporting: false,
  });
  const units = Math.ceil(resources / PER_UNIT);
  for (let from = 0; from < units; from += PER_STACK / PER_UNIT) {
    const stack = new Stack(app, `Stack${from}`, { env: { region: 'us-east-1' } });
    const keys = new ServiceKeys(stack, 'Keys', { trailName: 'bench' });
    const network = new PrivateNetwork(stack, 'Network', {
      availabilityZones: ['us-east-1a', 'us-east-1b'],
      logKey: keys.logs.key,
      logRetention: logs.RetentionDays.SIX_YEARS,
    });
    const accessLogs = new s3.Bucket(stack, 'AccessLogs', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
    });
    for (let at = from; at < Math.min(units, from + PER_STACK / PER_UNIT); at += 1) {
      unit(stack, `Unit${at}`, network, keys, accessLogs);
    }
  }
  return app;
}

/** Runs a pack for its time alone: what it reports would be printed by CDK, which is not the pack's doing. */
function quiet(plugin: IPolicyValidationPlugin): IPolicyValidationPlugin {
  return {
    name: plugin.name,
    validate(context: IPolicyValidationContext) {
      const start = process.hrtime.bigint();
      const before = process.cpuUsage();
      const { violations } = plugin.validate(context);
      const { user, system } = process.cpuUsage(before);
      own = (user + system) / 1000;
      ownWall = Number(process.hrtime.bigint() - start) / 1e6;
      found = violations.reduce((sum, violation) => sum + violation.violatingResources.length, 0);
      return { success: true, violations: [] };
    },
  };
}

let found = 0;
let own = 0;
let ownWall = 0;
let rules = 0;
const began = process.cpuUsage();
const wall = process.hrtime.bigint();
const app = build();
// what CDK does for any plugin at all: it reads the tree and hashes the assembly twice
if (judge === 'empty-plugin') {
  Validations.of(app).addPlugins({ name: 'Empty', validate: () => ({ success: true, violations: [] }) });
}
if (judge === 'hipaa-ai' || judge === 'hipaa-ai-strict') {
  const profile = judge === 'hipaa-ai' ? 'hipaa' : 'strict';
  const pack = new HipaaAiChecks(app, { asOf: '2026-11-24', profile });
  rules = rulesIn(profile, RULES).length;
  Validations.of(app).addPlugins(quiet(pack));
}
// what cdk-nag's pack does: judge, and hand the result on; no evidence is written
if (judge === 'hipaa-ai-judging') {
  const chosen = rulesIn('hipaa', RULES);
  rules = chosen.length;
  const plugin: IPolicyValidationPlugin = {
    name: 'Judging',
    validate: () => ({ success: judgeAll(readAssembly(app.outdir), chosen).length > 0, violations: [] }),
  };
  Validations.of(app).addPlugins(quiet(plugin));
}
if (judge === 'cdk-nag') Validations.of(app).addPlugins(quiet(new HIPAASecurityChecks(app)));
const assembly = app.synth();
const { user, system } = process.cpuUsage(began);
const total = assembly.stacks.reduce(
  (sum, { template }) => sum + Object.keys((template as { Resources: object }).Resources).length,
  0,
);
process.stdout.write(
  `${JSON.stringify({ cpu: (user + system) / 1000, wall: Number(process.hrtime.bigint() - wall) / 1e6, resources: total, found, own, ownWall, rules })}\n`,
);
