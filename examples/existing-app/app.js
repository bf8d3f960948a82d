const { App, Duration, Stack, Tags, Validations, aws_logs: logs, aws_s3: s3 } = require('aws-cdk-lib');
const { AccessLogBucket, HipaaAiChecks, LockedBucket, ServiceKeys } = require('hipaa-ai-cdk');

const app = new App();
const stack = new Stack(app, 'Intake', { env: { region: 'us-east-1' } });

// two constructs of ours in somebody's own stack …
const keys = new ServiceKeys(stack, 'Keys', { trailName: 'intake' });
const accessLogs = new AccessLogBucket(stack, 'AccessLogs', { retention: Duration.days(2192) });
new LockedBucket(stack, 'Record', {
  encryptionKey: keys.audit.key,
  accessLogBucket: accessLogs,
  lock: { days: 2192 },
});

// … beside what the stack had before
const uploads = new s3.Bucket(stack, 'Uploads', {
  encryption: s3.BucketEncryption.KMS,
  encryptionKey: keys.data.key,
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  versioned: true,
});
accessLogs.receiveLogsOf(uploads, 'uploads/');
new logs.LogGroup(stack, 'Log', { encryptionKey: keys.logs.key, retention: logs.RetentionDays.SIX_YEARS });
Tags.of(stack).add('owner', 'intake-team');

const asOf = new Date().toISOString().slice(0, 10);
Validations.of(app).addPlugins(new HipaaAiChecks(app, { asOf, sourceRoot: process.cwd() }));
app.synth();
