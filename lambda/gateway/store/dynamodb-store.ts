import { GetItemCommand, PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { VersionedStore } from './versioned-store';

export interface DynamoDbStoreProps {
  readonly client: Pick<DynamoDBClient, 'send'>;
  /** Partition key `id`, text; time to live in `expiresAt`. */
  readonly tableName: string;
}

const MILLISECONDS = 1000;

/**
 * Values in a table, by conditional puts and consistent reads. The SDK repeats a put whose answer was lost; the second one
 * fails its condition although the first one wrote, so a refusal is read again before it is believed.
 */
export function createDynamoDbStore({ client, tableName }: DynamoDbStoreProps): VersionedStore {
  const read: VersionedStore['read'] = async (key) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: tableName, Key: { id: { S: key } }, ConsistentRead: true }),
    );
    const value = Item?.['value']?.S;
    return value === undefined ? undefined : { value, version: Number(Item?.['version']?.N ?? 0) };
  };
  return {
    read,
    async write(key, value, seen, expiresAt) {
      const version = seen + 1;
      const put = new PutItemCommand({
        TableName: tableName,
        Item: {
          id: { S: key },
          value: { S: value },
          version: { N: String(version) },
          expiresAt: { N: String(Math.ceil(expiresAt / MILLISECONDS)) },
        },
        ...(seen === 0
          ? { ConditionExpression: 'attribute_not_exists(id)' }
          : {
              ConditionExpression: 'version = :seen',
              ExpressionAttributeValues: { ':seen': { N: String(seen) } },
            }),
      });
      try {
        await client.send(put);
        return true;
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
        const now = await read(key);
        return now?.version === version && now.value === value;
      }
    },
  };
}
