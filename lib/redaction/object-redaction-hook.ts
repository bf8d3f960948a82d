import {
  aws_cloudwatch as cloudwatch,
  aws_events as events,
  aws_events_targets as targets,
  aws_lambda as lambda,
  aws_lambda_destinations as destinations,
  aws_s3 as s3,
  Duration,
  type aws_kms as kms,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { FailedEvents } from './failed-events';
import { objectFlowStatements, type ObjectFlow } from './object-permissions';
import {
  checkedObjectBytes,
  objectRedactionEnvironment,
  requireAnotherKey,
  requireVersions,
} from './object-redaction-settings';
import { PhiBucket, type AccessLogs } from './phi-bucket';
import { PhiFunction, type PhiFunctionPlace } from '../phi-function';
import { OutcomeAlarm } from './outcome-alarm';
import type { QuarantineBucket } from './quarantine-bucket';

export interface ObjectRedactionHookProps extends PhiFunctionPlace {
  /** Told of failures and of every object that was quarantined. */
  readonly alarmTopic: sns.ITopic;
  /**
   * Where originals arrive. It keeps versions, and sends its events to EventBridge: for a bucket of this app the hook
   * turns that on, for an imported one whoever owns it does.
   */
  readonly source: s3.IBucket;
  /** The key the originals are under. */
  readonly sourceKey: kms.IKey;
  /**
   * Only keys that start with it are read. It is part of the deployment and stays in the keys of redacted copies.
   * @default - every object
   */
  readonly prefix?: string;
  /** The key redacted copies are under: another one. */
  readonly redactedKey: kms.IKey;
  readonly accessLogs: AccessLogs;
  readonly quarantine: QuarantineBucket;
  /**
   * Larger objects are quarantined: 1 to 16 777 216 bytes (16 MiB).
   * @default 8_388_608
   */
  readonly maxObjectBytes?: number;
}

const RETRIES = 2;
const OLDEST_EVENT = Duration.hours(6);
const TIMEOUT = Duration.minutes(5);

/**
 * Copies each new object of a bucket, without its identifiers, into a bucket of its own: body, key, metadata and tags.
 * Copies are of class `REDACTED` and still PHI (see `DeidentificationRecord`). What cannot be redacted goes, as it is, to
 * the quarantine and nothing of it is sent on; an event that no attempt could handle waits in an encrypted queue. All of
 * it is told to a topic. Supports 45 CFR 164.502(b) and 164.514(d)(3).
 * @throws ConfigurationError `RedactedKey` that is the source's, `SourceVersions` that are off, `MaxObjectBytes` out of range
 */
export class ObjectRedactionHook extends Construct {
  /** Redacted copies. */
  readonly redacted: s3.Bucket;
  readonly hook: PhiFunction;
  /** From where to where objects go. */
  readonly flow: ObjectFlow;
  readonly maxObjectBytes: number;
  readonly failedEvents: FailedEvents;

  constructor(scope: Construct, id: string, props: ObjectRedactionHookProps) {
    super(scope, id);
    this.maxObjectBytes = checkedObjectBytes(this, props.maxObjectBytes);
    requireAnotherKey(this, props.sourceKey, props.redactedKey);
    requireVersions(this, props.source);
    const { bucket: redacted } = new PhiBucket(this, 'Redacted', {
      encryptionKey: props.redactedKey,
      accessLogs: props.accessLogs,
      dataClass: 'REDACTED',
    });
    this.redacted = redacted;
    this.flow = {
      source: { bucket: props.source, encryptionKey: props.sourceKey, prefix: props.prefix ?? '' },
      redacted: { bucket: redacted, encryptionKey: props.redactedKey },
      quarantine: props.quarantine,
    };
    this.failedEvents = new FailedEvents(this, 'FailedEvents', { encryptionKey: props.encryptionKey });
    this.hook = new PhiFunction(this, 'Function', {
      ...props,
      bundle: 'object-redaction',
      description: 'Copies objects without their identifiers',
      memoryMiB: 2048,
      timeout: TIMEOUT,
      statements: [...objectFlowStatements(this.flow), ...this.failedEvents.sendStatements],
      environment: objectRedactionEnvironment(this.flow, this.maxObjectBytes),
    });
    this.#listen(this.flow);
    this.#watch();
  }

  #listen({ source }: ObjectFlow): void {
    const { queue } = this.failedEvents;
    new lambda.EventInvokeConfig(this, 'Retries', {
      function: this.hook.function,
      retryAttempts: RETRIES,
      maxEventAge: OLDEST_EVENT,
      onFailure: new destinations.SqsDestination(queue),
    });
    const resource = source.bucket.node.defaultChild;
    if (resource instanceof s3.CfnBucket) {
      resource.addPropertyOverride(
        'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
        true,
      );
    }
    new events.Rule(this, 'ObjectCreated', {
      description: 'New objects, to be copied without their identifiers',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [source.bucket.bucketName] },
          ...(source.prefix === '' ? {} : { object: { key: [{ prefix: source.prefix }] } }),
        },
      },
      targets: [
        new targets.LambdaFunction(this.hook.function, {
          deadLetterQueue: queue,
          maxEventAge: Duration.hours(24),
        }),
      ],
    });
  }

  #watch(): void {
    new OutcomeAlarm(this, 'Quarantined', {
      hook: this.hook,
      outcome: 'QUARANTINED',
      meaning: 'objects were quarantined',
      count: 'quarantined',
    });
    this.hook.alarms?.watch(
      'FailedEvents',
      this.failedEvents.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: cloudwatch.Stats.MAXIMUM,
      }),
      'events could not be handled',
    );
  }
}
