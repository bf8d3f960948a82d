import {
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  type DescribeContinuousBackupsCommand,
  type DescribeContinuousBackupsCommandOutput,
  type DescribeTableCommand,
  type DescribeTableCommandOutput,
  type GetItemCommandOutput,
  type ListBackupsCommand,
  type ListBackupsCommandOutput,
  type QueryCommandOutput,
  type TransactWriteItem,
  type TransactWriteItemsCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { CIPHERTEXT, PARTITION_KEY, SORT_KEY, type Item } from '../keys/branch-key-row';
import {
  callService,
  ServiceFailure,
  type SendOptions,
  type ServiceCallObserver,
} from '../keys/service-call';
import { explained } from './tenant-key-error';

/** The part of `DynamoDBClient` that is used; a `DynamoDBClient` is one. */
export interface RowStore {
  send(command: GetItemCommand, options?: SendOptions): Promise<GetItemCommandOutput>;
  send(command: QueryCommand, options?: SendOptions): Promise<QueryCommandOutput>;
  send(command: TransactWriteItemsCommand, options?: SendOptions): Promise<TransactWriteItemsCommandOutput>;
  send(
    command: DescribeContinuousBackupsCommand,
    options?: SendOptions,
  ): Promise<DescribeContinuousBackupsCommandOutput>;
  send(command: DescribeTableCommand, options?: SendOptions): Promise<DescribeTableCommandOutput>;
  send(command: ListBackupsCommand, options?: SendOptions): Promise<ListBackupsCommandOutput>;
}

/** Most writes of one transaction. Source: DynamoDB API reference, TransactWriteItems. */
export const MOST_WRITES = 100;

/** A condition of a transaction did not hold, or another one was at the same rows. Nothing was written. */
export class ConditionFailed extends Error {
  override readonly name = 'ConditionFailed';
}

/** The rows of tenants, for whoever manages them. */
export class TenantStore {
  constructor(
    private readonly dynamodb: RowStore,
    private readonly tableName: string,
    private readonly observe: ServiceCallObserver | undefined,
  ) {}

  async row(tenant: string, type: string): Promise<Item | undefined> {
    const command = new GetItemCommand({
      TableName: this.tableName,
      Key: { [PARTITION_KEY]: { S: tenant }, [SORT_KEY]: { S: type } },
      ConsistentRead: true,
    });
    const { Item } = await explained(() =>
      callService('GetItem', (options) => this.dynamodb.send(command, options), this.observe),
    );
    return Item;
  }

  /** All rows of a tenant, however many pages they fill. */
  async rows(tenant: string): Promise<Item[]> {
    const rows: Item[] = [];
    let after: Item | undefined;
    do {
      const command = new QueryCommand({
        TableName: this.tableName,
        KeyConditionExpression: '#id = :tenant',
        ExpressionAttributeNames: { '#id': PARTITION_KEY },
        ExpressionAttributeValues: { ':tenant': { S: tenant } },
        ConsistentRead: true,
        ...(after && { ExclusiveStartKey: after }),
      });
      const answer: QueryCommandOutput = await explained(() =>
        callService('Query', (options) => this.dynamodb.send(command, options), this.observe),
      );
      rows.push(...(answer.Items ?? []));
      after = answer.LastEvaluatedKey;
    } while (after !== undefined);
    return rows;
  }

  /**
   * All of the writes or none.
   *
   * @throws ConditionFailed; TenantKeyError
   */
  async write(TransactItems: TransactWriteItem[]): Promise<void> {
    const command = new TransactWriteItemsCommand({ TransactItems });
    await explained(async () => {
      try {
        await callService(
          'TransactWriteItems',
          (options) => this.dynamodb.send(command, options),
          this.observe,
        );
      } catch (error) {
        throw error instanceof ServiceFailure && isOvertaken(error) ? new ConditionFailed() : error;
      }
    });
  }
}

function isOvertaken({ outcome, exception, reasons }: ServiceFailure): boolean {
  if (outcome !== 'refused' || exception !== 'TransactionCanceledException') return false;
  return reasons.every((reason) => reason === 'ConditionalCheckFailed' || reason === 'TransactionConflict');
}

/** A new row, which must not be there yet. */
export function putNew(TableName: string, Item: Item): TransactWriteItem {
  return { Put: { TableName, Item, ...IF_ABSENT } };
}

/**
 * @param old the row as it was read: whoever changed it since was faster
 * @param attribute that shows whether it was changed
 */
export function replace(
  TableName: string,
  Item: Item,
  old: Item,
  attribute: string = CIPHERTEXT,
): TransactWriteItem {
  return { Put: { TableName, Item, ...ifUnchanged(old, attribute) } };
}

/** @param old as for {@link replace} */
export function removeUnchanged(TableName: string, old: Item): TransactWriteItem {
  return { Delete: { TableName, Key: keyOf(old), ...ifUnchanged(old, CIPHERTEXT) } };
}

export function remove(TableName: string, row: Item): TransactWriteItem {
  return { Delete: { TableName, Key: keyOf(row) } };
}

export function requireAbsent(TableName: string, tenant: string, type: string): TransactWriteItem {
  return {
    ConditionCheck: {
      TableName,
      Key: { [PARTITION_KEY]: { S: tenant }, [SORT_KEY]: { S: type } },
      ...IF_ABSENT,
    },
  };
}

type Condition = Pick<
  NonNullable<TransactWriteItem['ConditionCheck']>,
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

const IF_ABSENT: Condition = {
  ConditionExpression: 'attribute_not_exists(#id)',
  ExpressionAttributeNames: { '#id': PARTITION_KEY },
};

function ifUnchanged(row: Item, attribute: string): Condition {
  const old = row[attribute];
  const ExpressionAttributeNames = { '#it': attribute };
  if (old === undefined)
    return { ConditionExpression: 'attribute_not_exists(#it)', ExpressionAttributeNames };
  return {
    ConditionExpression: '#it = :old',
    ExpressionAttributeNames,
    ExpressionAttributeValues: { ':old': old },
  };
}

function keyOf(row: Item): Item {
  const { [PARTITION_KEY]: id, [SORT_KEY]: type } = row;
  if (id === undefined || type === undefined) throw new TypeError('a row without its key');
  return { [PARTITION_KEY]: id, [SORT_KEY]: type };
}
