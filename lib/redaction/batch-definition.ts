/**
 * Where the objects of a batch come from: a listing of the source, or a file that names them. Execution input is
 * `{ "prefix": "…" }` for a listing and `{ "manifest": "…" }`, a key of the results bucket, otherwise.
 *
 * - `objects`: every object below the prefix, in its current version
 * - `csv`: a first row `key,versionId`; an empty version is the current one
 * - `jsonl`: one `{"key":"…","versionId":"…"}` a line
 */
export type BatchItems = 'objects' | 'csv' | 'jsonl';

export interface BatchDefinitionProps {
  readonly items: BatchItems;
  readonly partition: string;
  readonly sourceBucket: string;
  readonly resultsBucket: string;
  readonly functionArn: string;
  readonly maxConcurrency: number;
  readonly toleratedFailurePercentage: number;
}

/** Names the children of a map run in ARNs. */
export const MAP_LABEL = 'RedactObjects';
/** Where results and manifests are in the results bucket. */
export const BATCH_PREFIXES = { results: 'results', manifests: 'manifests/' } as const;

const TRANSIENT = [
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.ServiceException',
  'Lambda.TooManyRequestsException',
  'Lambda.Unknown',
  // STORE_UNAVAILABLE: the name Lambda gives to the error of the handler
  'RedactionError',
];

/**
 * The state machine in Amazon States Language: one child execution an object. One that was quarantined fails its child, so
 * that the tolerated percentage holds for what could not be redacted too; the cause is its result, counts and ids.
 * Source: Step Functions developer guide, "Using Map state in Distributed mode".
 */
export function batchDefinition(props: BatchDefinitionProps): object {
  return {
    Comment: 'Copies objects without their identifiers',
    StartAt: MAP_LABEL,
    States: {
      [MAP_LABEL]: {
        Type: 'Map',
        Label: MAP_LABEL,
        ItemReader: itemReader(props),
        ItemSelector: itemSelector(props.items),
        MaxConcurrency: props.maxConcurrency,
        ToleratedFailurePercentage: props.toleratedFailurePercentage,
        ItemProcessor: {
          // express children leave no history of the keys they were given
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
          StartAt: 'RedactObject',
          States: {
            RedactObject: {
              Type: 'Task',
              Resource: `arn:${props.partition}:states:::lambda:invoke`,
              Parameters: { FunctionName: props.functionArn, 'Payload.$': '$' },
              OutputPath: '$.Payload',
              Retry: [
                {
                  ErrorEquals: TRANSIENT,
                  IntervalSeconds: 2,
                  BackoffRate: 2,
                  MaxAttempts: 4,
                  JitterStrategy: 'FULL',
                },
              ],
              Next: 'IsQuarantined',
            },
            IsQuarantined: {
              Type: 'Choice',
              Choices: [{ Variable: '$.outcome', StringEquals: 'QUARANTINED', Next: 'Quarantined' }],
              Default: 'Redacted',
            },
            Quarantined: { Type: 'Fail', Error: 'Quarantined', CausePath: 'States.JsonToString($)' },
            Redacted: { Type: 'Succeed' },
          },
        },
        ResultWriter: {
          Resource: `arn:${props.partition}:states:::s3:putObject`,
          Parameters: { Bucket: props.resultsBucket, Prefix: BATCH_PREFIXES.results },
          // outputs alone: what went in names the object
          WriterConfig: { Transformation: 'COMPACT', OutputType: 'JSONL' },
        },
        End: true,
      },
    },
  };
}

function itemReader({ items, partition, sourceBucket, resultsBucket }: BatchDefinitionProps): object {
  if (items === 'objects') {
    return {
      Resource: `arn:${partition}:states:::s3:listObjectsV2`,
      Parameters: { Bucket: sourceBucket, 'Prefix.$': '$.prefix' },
    };
  }
  return {
    Resource: `arn:${partition}:states:::s3:getObject`,
    ReaderConfig:
      items === 'csv' ? { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' } : { InputType: 'JSONL' },
    Parameters: { Bucket: resultsBucket, 'Key.$': '$.manifest' },
  };
}

function itemSelector(items: BatchItems): object {
  if (items === 'objects') return { 'key.$': '$$.Map.Item.Value.Key' };
  return { 'key.$': '$$.Map.Item.Value.key', 'versionId.$': '$$.Map.Item.Value.versionId' };
}
