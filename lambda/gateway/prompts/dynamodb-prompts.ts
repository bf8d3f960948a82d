import { GetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Prompts } from './prompts';

export interface DynamoDbPromptsProps {
  readonly client: Pick<DynamoDBClient, 'send'>;
  /** Partition key `id`, sort key `version`, both text; the prompt in `text`. */
  readonly tableName: string;
}

/** Prompts in a table. Versions never change, so each is read once by a process. */
export function createDynamoDbPrompts({ client, tableName }: DynamoDbPromptsProps): Prompts {
  const known = new Map<string, string>();
  return {
    async read(id, version) {
      const name = `${id}:${version}`;
      const cached = known.get(name);
      if (cached !== undefined) return cached;
      const { Item } = await client.send(
        new GetItemCommand({ TableName: tableName, Key: { id: { S: id }, version: { S: version } } }),
      );
      const text = Item?.['text']?.S;
      if (text !== undefined) known.set(name, text);
      return text;
    },
  };
}
