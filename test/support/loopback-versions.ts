import { LoopbackService } from './loopback-service';

interface Wire {
  readonly Key?: Readonly<Record<string, { readonly S: string }>>;
  readonly Item?: Readonly<Record<string, { readonly S?: string; readonly N?: string }>>;
  readonly ConsistentRead?: boolean;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeValues?: Readonly<Record<string, { readonly N: string }>>;
}

/** A table of versioned values: the two operations of DynamoDB and the two conditions that such a store needs. */
export class LoopbackVersions {
  readonly rows = new Map<string, NonNullable<Wire['Item']>>();
  /** Asked for each write that was done: whether its answer is lost. */
  loses: () => boolean = () => false;
  down = false;
  #service: LoopbackService | undefined;

  static async start(): Promise<LoopbackVersions> {
    const table = new LoopbackVersions();
    table.#service = await LoopbackService.start('http1', ({ target = '', body }) => {
      if (table.down) return { status: 500, body: { __type: 'InternalServerError' } };
      const wire = body as Wire;
      if (target.endsWith('GetItem')) {
        if (wire.ConsistentRead !== true) return { status: 400, body: { __type: 'ValidationException' } };
        const Item = table.rows.get(wire.Key?.['id']?.S ?? '');
        return { body: Item === undefined ? {} : { Item } };
      }
      const item = wire.Item ?? {};
      const id = item['id']?.S ?? '';
      const seen = table.rows.get(id)?.['version']?.N;
      const holds =
        wire.ConditionExpression === 'attribute_not_exists(id)'
          ? seen === undefined
          : wire.ConditionExpression === 'version = :seen' &&
            seen === wire.ExpressionAttributeValues?.[':seen']?.N;
      if (!holds) return { status: 400, body: { __type: 'ConditionalCheckFailedException' } };
      table.rows.set(id, item);
      return table.loses() ? 'hang-up' : { body: {} };
    });
    return table;
  }

  get endpoint(): string {
    return this.#service?.endpoint ?? '';
  }

  async stop(): Promise<void> {
    await this.#service?.stop();
  }
}
