import { Aws, aws_glue as glue } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

export interface LinesTableProps {
  readonly database: string;
  /** Of a-z, 0-9 and _. */
  readonly name: string;
  readonly description: string;
  /** Where objects are, with `${partition}` in the place of each partition. */
  readonly template: string;
  /** Table properties of the projection, without their `projection.`. */
  readonly projection: Readonly<Record<string, string>>;
  readonly partitions: readonly string[];
  /** @default - one column, `line`: each line of an object as it is */
  readonly shape?: LinesTableShape;
}

/** Columns, and what reads them. */
export interface LinesTableShape {
  readonly columns: Readonly<Record<string, string>>;
  readonly inputFormat: string;
  readonly serde: string;
}

const LINES: LinesTableShape = {
  columns: { line: 'string' },
  inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
  serde: 'org.apache.hadoop.hive.serde2.RegexSerDe',
};

/**
 * A table whose partitions are known by a rule and never listed or added.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html
 */
export function linesTable(scope: Construct, id: string, props: LinesTableProps): glue.CfnTable {
  const { columns, inputFormat, serde } = props.shape ?? LINES;
  const projected = Object.entries(props.projection).map(([key, value]) => [`projection.${key}`, value]);
  return new glue.CfnTable(scope, id, {
    catalogId: Aws.ACCOUNT_ID,
    databaseName: props.database,
    tableInput: {
      name: props.name,
      description: props.description,
      tableType: 'EXTERNAL_TABLE',
      parameters: {
        EXTERNAL: 'TRUE',
        'projection.enabled': 'true',
        ...(Object.fromEntries(projected) as Record<string, string>),
        'storage.location.template': props.template,
      },
      partitionKeys: props.partitions.map((name) => ({ name, type: 'string' })),
      storageDescriptor: {
        columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
        location: props.template.replace(/\$\{[a-z]+\}.*$/u, ''),
        inputFormat,
        outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
        serdeInfo: {
          serializationLibrary: serde,
          parameters:
            props.shape === undefined ? { 'input.regex': '^(.*)$' } : { 'serialization.format': '1' },
        },
      },
    },
  });
}
