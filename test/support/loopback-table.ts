import { ServiceError } from './service-error';

/** A row as it is on the wire: bytes in base64. */
export type WireItem = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface Condition {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: WireItem;
}

interface Write extends Condition {
  readonly Item?: WireItem;
  readonly Key?: WireItem;
}

interface TransactItem {
  readonly Put?: Write;
  readonly Delete?: Write;
  readonly ConditionCheck?: Write;
}

export interface TableRequest {
  readonly Key?: WireItem;
  readonly TransactItems?: readonly TransactItem[];
  readonly ClientRequestToken?: string;
  readonly ExpressionAttributeValues?: WireItem;
  readonly ExclusiveStartKey?: WireItem;
  readonly ExclusiveStartBackupArn?: string;
}

const MOST_WRITES = 100;
const MOST_BYTES = 400 * 1024;

/** A table of branch keys in memory, with the operations and conditions of DynamoDB that a key store needs. */
export class LoopbackTable {
  readonly #rows = new Map<string, WireItem>();
  readonly #tokens = new Map<string, string>();
  /** Rows in one page of a query: DynamoDB cuts at 1 MiB. */
  pageRows = 1000;
  recovery: object = { PointInTimeRecoveryStatus: 'ENABLED', RecoveryPeriodInDays: 35 };
  table: object = { TableName: 'tenant-keys' };
  /** Pages of ARNs. */
  backups: readonly (readonly string[])[] = [[]];

  get(tenant: string, type: string): WireItem | undefined {
    return this.#rows.get(JSON.stringify([tenant, type]));
  }

  /** Writes a row as somebody would who asks for no condition. */
  put(item: WireItem): void {
    this.#rows.set(idOf(item), item);
  }

  delete(tenant: string, type: string): void {
    this.#rows.delete(JSON.stringify([tenant, type]));
  }

  rows(tenant: string): WireItem[] {
    return [...this.#rows.values()]
      .filter((row) => row['branch-key-id']?.['S'] === tenant)
      .sort((one, other) => (String(one['type']?.['S']) < String(other['type']?.['S']) ? -1 : 1));
  }

  answer(operation: string, request: TableRequest): object {
    switch (operation) {
      case 'GetItem': {
        const Item = this.#rows.get(idOf(request.Key));
        return Item === undefined ? {} : { Item };
      }
      case 'Query':
        return this.#query(request);
      case 'TransactWriteItems':
        return this.#transact(request);
      case 'DescribeContinuousBackups':
        return { ContinuousBackupsDescription: { PointInTimeRecoveryDescription: this.recovery } };
      case 'DescribeTable':
        return { Table: this.table };
      case 'ListBackups':
        return this.#listBackups(request);
      default:
        throw new ServiceError('UnknownOperationException');
    }
  }

  #query({ ExpressionAttributeValues = {}, ExclusiveStartKey }: TableRequest): object {
    const rows = this.rows(String(ExpressionAttributeValues[':tenant']?.['S']));
    const after =
      ExclusiveStartKey === undefined ? -1 : rows.findIndex((row) => isAt(row, ExclusiveStartKey));
    const Items = rows.slice(after + 1, after + 1 + this.pageRows);
    const last = Items.at(-1);
    // a full page says that there may be more, even if there is not
    return Items.length < this.pageRows || last === undefined
      ? { Items }
      : { Items, LastEvaluatedKey: { 'branch-key-id': last['branch-key-id'], type: last['type'] } };
  }

  #transact({ TransactItems = [], ClientRequestToken = '' }: TableRequest): object {
    const body = JSON.stringify(TransactItems);
    const known = this.#tokens.get(ClientRequestToken);
    if (known === body) return {};
    if (known !== undefined) throw new ServiceError('IdempotentParameterMismatchException');
    const writes = TransactItems.map((each) => each.Put ?? each.Delete ?? each.ConditionCheck ?? {});
    const ids = writes.map(({ Item, Key }) => idOf(Item ?? Key));
    const isTooBig = writes.some(({ Item }) => JSON.stringify(Item ?? {}).length > MOST_BYTES);
    if (ids.length > MOST_WRITES || new Set(ids).size < ids.length || isTooBig) {
      throw new ServiceError('ValidationException');
    }
    const holds = writes.map((write, at) => isMet(write, this.#rows.get(ids[at] ?? '') ?? {}));
    if (holds.includes(false)) {
      const CancellationReasons = holds.map((met) => ({ Code: met ? 'None' : 'ConditionalCheckFailed' }));
      throw new ServiceError('TransactionCanceledException', 400, { CancellationReasons });
    }
    for (const { Put, Delete } of TransactItems) {
      if (Put?.Item !== undefined) this.put(Put.Item);
      if (Delete !== undefined) this.#rows.delete(idOf(Delete.Key));
    }
    this.#tokens.set(ClientRequestToken, body);
    return {};
  }

  #listBackups({ ExclusiveStartBackupArn }: TableRequest): object {
    const at = this.backups.findIndex((page) => page.at(-1) === ExclusiveStartBackupArn) + 1;
    const page = this.backups[ExclusiveStartBackupArn === undefined ? 0 : at] ?? [];
    const isLast = page === this.backups.at(-1);
    const BackupSummaries = page.map((BackupArn) => ({ BackupArn }));
    return { BackupSummaries, ...(!isLast && { LastEvaluatedBackupArn: page.at(-1) }) };
  }
}

function idOf(item: WireItem = {}): string {
  const { 'branch-key-id': tenant, type } = item;
  if (typeof tenant?.['S'] !== 'string' || typeof type?.['S'] !== 'string') {
    throw new ServiceError('ValidationException');
  }
  return JSON.stringify([tenant['S'], type['S']]);
}

function isAt(row: WireItem, key: WireItem): boolean {
  return idOf(row) === idOf(key);
}

/** The expressions that we and client-node use; any other is refused, so that none counts as met by mistake. */
function isMet(
  { ConditionExpression, ExpressionAttributeNames = {}, ExpressionAttributeValues = {} }: Condition,
  row: WireItem,
): boolean {
  if (ConditionExpression === undefined) return true;
  return ConditionExpression.split(' AND ').every((part) => {
    const [, operator, name = '', value = ''] =
      /^(attribute_exists|attribute_not_exists)\((#\w+)\)$/u.exec(part) ??
      /^()(#\w+) = (:\w+)$/u.exec(part) ??
      [];
    const attribute = row[ExpressionAttributeNames[name] ?? ''];
    if (operator === 'attribute_exists') return attribute !== undefined;
    if (operator === 'attribute_not_exists') return attribute === undefined;
    if (operator === undefined) throw new ServiceError('ValidationException');
    return (
      attribute !== undefined &&
      JSON.stringify(attribute) === JSON.stringify(ExpressionAttributeValues[value])
    );
  });
}
