// Interprets what our state machine uses of Amazon States Language, so that the very definition that deploys is run.
// Anything it does not know is an error: a definition that grows has to be understood here first.
import type { LoopbackS3 } from './loopback-s3';

type Fields = Readonly<Record<string, unknown>>;

export interface Invocation {
  readonly functionArn: string;
  readonly payload: unknown;
}

/** Calls the function; a rejection has the name of the error as `name`. */
export type Invoke = (invocation: Invocation) => Promise<unknown>;

export interface Run {
  readonly status: 'SUCCEEDED' | 'FAILED';
  readonly succeeded: readonly unknown[];
  /** As Step Functions writes them whatever the transformation: with what went in. */
  readonly failed: readonly { readonly Input: unknown; readonly Error: string; readonly Cause: string }[];
  readonly attempts: number;
}

const known = (state: Fields, ...names: readonly string[]): void => {
  for (const name of Object.keys(state))
    if (!names.includes(name)) throw new Error(`${name} is not known here`);
};
const fields = (value: unknown): Fields => value as Fields;
const list = (value: unknown): readonly Fields[] => (value ?? []) as readonly Fields[];

/** `$`, `$.a.b`, `$$.Map.Item.Value.x`. */
function at(path: unknown, input: unknown, context: unknown): unknown {
  const [root, ...steps] = String(path).split('.');
  let value = root === '$$' ? context : input;
  for (const step of steps) value = (value as Fields | undefined)?.[step];
  if (value === undefined) throw new Error(`States.ParameterPathFailure: ${String(path)}`);
  return value;
}

function template(parameters: unknown, input: unknown, context: unknown = {}): Fields {
  return Object.fromEntries(
    Object.entries(fields(parameters)).map(([name, value]) =>
      name.endsWith('.$') ? [name.slice(0, -2), at(value, input, context)] : [name, value],
    ),
  );
}

/** Runs a definition whose first state is a distributed map. */
export class DistributedMap {
  #attempts = 0;

  constructor(
    private readonly s3: LoopbackS3,
    private readonly invoke: Invoke,
  ) {}

  async run(definition: Fields, input: unknown): Promise<Run> {
    known(definition, 'Comment', 'StartAt', 'States');
    const map = fields(fields(definition['States'])[String(definition['StartAt'])]);
    known(
      map,
      'Type',
      'Label',
      'ItemReader',
      'ItemSelector',
      'MaxConcurrency',
      'ToleratedFailurePercentage',
      'ItemProcessor',
      'ResultWriter',
      'End',
    );
    const processor = fields(map['ItemProcessor']);
    if (fields(processor['ProcessorConfig'])['Mode'] !== 'DISTRIBUTED') throw new Error('no distributed map');
    const succeeded: unknown[] = [];
    const failed: { Input: unknown; Error: string; Cause: string }[] = [];
    this.#attempts = 0;
    const items = this.#items(fields(map['ItemReader']), input);
    for (const item of items) {
      const selected = template(map['ItemSelector'], input, { Map: { Item: { Value: item } } });
      try {
        succeeded.push(await this.#child(processor, selected));
      } catch (error) {
        const { name, message } = error as Error;
        failed.push({ Input: selected, Error: name, Cause: message });
      }
    }
    this.#write(fields(map['ResultWriter']), succeeded, failed);
    const share = items.length === 0 ? 0 : (100 * failed.length) / items.length;
    const status = share > Number(map['ToleratedFailurePercentage']) ? 'FAILED' : 'SUCCEEDED';
    return { status, succeeded, failed, attempts: this.#attempts };
  }

  #items(reader: Fields, input: unknown): readonly Fields[] {
    const parameters = template(reader['Parameters'], input);
    const bucket = String(parameters['Bucket']);
    if (String(reader['Resource']).endsWith(':s3:listObjectsV2')) {
      const keys = this.s3.keysOf(bucket).filter((key) => key.startsWith(String(parameters['Prefix'])));
      return keys.map((Key) => ({ Key, Size: 1, Etag: '""', StorageClass: 'STANDARD', LastModified: 0 }));
    }
    const text = this.s3.versionsOf(bucket, String(parameters['Key'])).at(-1)?.body.toString('utf8') ?? '';
    const lines = text.split('\n').filter((line) => line !== '');
    const config = fields(reader['ReaderConfig']);
    if (config['InputType'] === 'JSONL') return lines.map((line) => JSON.parse(line) as Fields);
    if (config['InputType'] !== 'CSV' || config['CSVHeaderLocation'] !== 'FIRST_ROW')
      throw new Error('unknown reader');
    const [header = '', ...rows] = lines;
    const names = header.split(',');
    return rows.map((row) =>
      Object.fromEntries(row.split(',').map((value, index) => [names[index] ?? '', value])),
    );
  }

  async #child(processor: Fields, input: unknown): Promise<unknown> {
    let value = input;
    for (let name: unknown = processor['StartAt']; ;) {
      const state = fields(fields(processor['States'])[String(name)]);
      switch (state['Type']) {
        case 'Succeed':
          return value;
        case 'Fail': {
          if (state['CausePath'] !== 'States.JsonToString($)') throw new Error('unknown cause');
          throw Object.assign(new Error(JSON.stringify(value)), { name: String(state['Error']) });
        }
        case 'Choice': {
          const chosen = list(state['Choices']).find(
            (each) => at(each['Variable'], value, {}) === each['StringEquals'],
          );
          name = chosen?.['Next'] ?? state['Default'];
          break;
        }
        case 'Task':
          value = await this.#task(state, value);
          name = state['Next'];
          break;
        default:
          throw new Error(`a state of type ${String(state['Type'])} is not known here`);
      }
    }
  }

  async #task(state: Fields, input: unknown): Promise<unknown> {
    known(state, 'Type', 'Resource', 'Parameters', 'OutputPath', 'Retry', 'Next');
    if (!String(state['Resource']).endsWith(':lambda:invoke')) throw new Error('unknown task');
    const { FunctionName, Payload } = template(state['Parameters'], input);
    const [retry] = list(state['Retry']);
    for (let attempt = 0; ; attempt++) {
      this.#attempts++;
      try {
        const Payload_ = await this.invoke({ functionArn: String(FunctionName), payload: Payload });
        return at(state['OutputPath'], { Payload: Payload_, StatusCode: 200 }, {});
      } catch (error) {
        const errors = (retry?.['ErrorEquals'] ?? []) as readonly string[];
        if (!errors.includes((error as Error).name) || attempt >= Number(retry?.['MaxAttempts'])) throw error;
      }
    }
  }

  #write(writer: Fields, succeeded: readonly unknown[], failed: readonly unknown[]): void {
    const { Transformation, OutputType } = fields(writer['WriterConfig']);
    if (Transformation !== 'COMPACT' || OutputType !== 'JSONL') throw new Error('unknown result writer');
    const { Bucket, Prefix } = fields(writer['Parameters']);
    for (const [name, results] of Object.entries({ SUCCEEDED: succeeded, FAILED: failed })) {
      const body = results.map((each) => `${JSON.stringify(each)}\n`).join('');
      this.s3.put(String(Bucket), `${String(Prefix)}/run/${name}_0.jsonl`, body);
    }
  }
}
