import type { LoggingConfig } from '@aws-sdk/client-bedrock';

export const BUCKET = 'invented-bucket';
export const GROUP = 'invented-group';
export const ROLE = 'arn:aws:iam::111122223333:role/Delivery';

/** A configuration as Bedrock has it. */
export function configuration(bucketName = BUCKET, stack = 'Invented'): LoggingConfig {
  return {
    cloudWatchConfig: {
      logGroupName: GROUP,
      roleArn: ROLE,
      largeDataDeliveryS3Config: { bucketName, keyPrefix: `hipaa-ai/${stack}/large` },
    },
    s3Config: { bucketName, keyPrefix: `hipaa-ai/${stack}` },
    textDataDeliveryEnabled: true,
    imageDataDeliveryEnabled: true,
    embeddingDataDeliveryEnabled: true,
    videoDataDeliveryEnabled: true,
    audioDataDeliveryEnabled: true,
  };
}

/** Ours. */
export const BOTH = configuration();

/** That of another team. */
export const OTHERS: LoggingConfig = {
  cloudWatchConfig: { logGroupName: 'their-group', roleArn: ROLE },
  s3Config: { bucketName: 'their-bucket', keyPrefix: 'logs' },
  textDataDeliveryEnabled: true,
};

/** Properties as CloudFormation passes them on: true and false are text. */
export function asked(more: Readonly<Record<string, unknown>> = {}, bucketName = BUCKET) {
  const written = JSON.stringify(configuration(bucketName)).replaceAll(':true', ':"true"');
  return { LoggingConfig: JSON.parse(written) as unknown, ...more };
}
