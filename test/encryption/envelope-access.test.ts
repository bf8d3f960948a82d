import { aws_iam as iam } from 'aws-cdk-lib';
import { BRANCH_KEY_CONTEXT, DATA_KEY_CONTEXT } from '../../lib/contract/encryption-context';
import {
  contextKeys,
  EnvelopePlace,
  KEY_STORE,
  LEFT_TO_THE_ACCOUNT,
  OTHER_TENANT,
  TENANT,
  type Verdict,
} from './envelope-place';

type Context = Readonly<Record<string, string>>;

const branchKey = (tenant: string, change: Context = {}): Context => ({
  [BRANCH_KEY_CONTEXT.branchKeyId]: tenant,
  [BRANCH_KEY_CONTEXT.type]: 'branch:version:00000000-0000-4000-8000-000000000000',
  [BRANCH_KEY_CONTEXT.createTime]: '2026-11-27T00:00:00.000000Z',
  [BRANCH_KEY_CONTEXT.logicalKeyStoreName]: KEY_STORE,
  [BRANCH_KEY_CONTEXT.kmsArn]: 'arn:aws:kms:us-east-1:111122223333:key/Envelope',
  [BRANCH_KEY_CONTEXT.hierarchyVersion]: '1',
  [BRANCH_KEY_CONTEXT.tenant]: tenant,
  ...change,
});
const dataKey = (tenant: string): Context => ({
  [DATA_KEY_CONTEXT.tenant]: tenant,
  [DATA_KEY_CONTEXT.purpose]: 'invented',
});

/** Columns of the first table. Rows and contexts are those of tenant `t-1` where nothing else is said. */
const CONTEXTS: Readonly<Record<string, Context>> = {
  own: dataKey(TENANT),
  other: dataKey(OTHER_TENANT),
  record: { ...dataKey(TENANT), record: 'r-1' },
  aimless: { [DATA_KEY_CONTEXT.tenant]: TENANT },
  // condition keys know no case, encryption contexts do
  case: { Tenant: TENANT, purpose: 'invented' },
  active: branchKey(TENANT, { type: 'branch:ACTIVE', version: 'branch:version:0' }),
  version: branchKey(TENANT),
  beacon: branchKey(TENANT, { type: 'beacon:ACTIVE' }),
  alien: branchKey(OTHER_TENANT),
  store: branchKey(TENANT, { tablename: 'another-key-store' }),
  custom: branchKey(TENANT, { 'aws-crypto-ec:ward': 'invented' }),
  both: { ...branchKey(TENANT), ...dataKey(TENANT) },
  nobody: Object.fromEntries(
    Object.entries(branchKey(TENANT)).filter(([key]) => key !== BRANCH_KEY_CONTEXT.tenant),
  ),
  none: {},
};

/** A: allowed. x: denied by a Deny. -: allowed by nobody. Callers: `EnvelopePlace.caller`. */
const CELLS: Readonly<Record<string, Verdict>> = { A: 'allow', x: 'deny', '-': 'none' };

/** The lines of a table, each cell with the name of its column. The first columns say what a line is about. */
function linesOf(table: string): readonly (readonly [line: string, cells: ReadonlyMap<string, string>])[] {
  const [head = [], ...lines] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/u));
  return lines.map((cells) => {
    if (cells.length !== head.length) throw new Error(`${cells.join(' ')}: not ${head.length} cells`);
    return [cells.join(' '), new Map(cells.map((cell, column) => [head[column] ?? '', cell]))];
  });
}

/** What is expected of each column, and what is so. */
function compare(
  cells: ReadonlyMap<string, string>,
  columns: readonly string[],
  ask: (column: string) => Verdict,
) {
  expect(columns.map((column) => [column, ask(column)])).toEqual(
    columns.map((column) => [column, CELLS[cells.get(column) ?? '']]),
  );
}

const place = new EnvelopePlace();

describe('the key is used', () => {
  const lines = linesOf(`
  who          action                          own other record aimless case active version beacon alien store custom both nobody none
  Sealer@t-1   Decrypt                         -   x     -      -       -    -      -       -      x     x     -      -    x      x
  Sealer@t-1   Encrypt                         -   x     -      -       -    -      -       -      x     x     -      -    x      x
  Sealer@t-1   GenerateDataKey                 A   x     -      -       -    -      -       -      x     x     -      -    x      x
  Sealer@t-1   GenerateDataKeyWithoutPlaintext x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Sealer@t-1   ReEncryptFrom                   x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Sealer@t-1   ReEncryptTo                     x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Clinic@t-1   Decrypt                         A   x     -      -       -    A      A       A      x     x     -      -    x      x
  Clinic@t-1   Encrypt                         -   x     -      -       -    -      -       -      x     x     -      -    x      x
  Clinic@t-1   GenerateDataKey                 A   x     -      -       -    -      -       -      x     x     -      -    x      x
  Clinic@t-1   GenerateDataKeyWithoutPlaintext x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Clinic@t-1   ReEncryptFrom                   x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Clinic@t-1   ReEncryptTo                     x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Clinic@t-2   Decrypt                         x   A     x      x       x    x      x       x      A     x     x      x    x      x
  Clinic@t-2   Encrypt                         x   -     x      x       x    x      x       x      -     x     x      x    x      x
  Clinic@t-2   GenerateDataKey                 x   A     x      x       x    x      x       x      -     x     x      x    x      x
  Clinic@t-2   GenerateDataKeyWithoutPlaintext x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Clinic@t-2   ReEncryptFrom                   x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Clinic@t-2   ReEncryptTo                     x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Clinic       Decrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Clinic       Encrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Clinic       GenerateDataKey                 x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Clinic       GenerateDataKeyWithoutPlaintext -   -     -      -       -    -      -       -      -     x     -      -    x      x
  Clinic       ReEncryptFrom                   -   -     -      -       -    -      -       -      -     x     -      -    x      x
  Clinic       ReEncryptTo                     -   -     -      -       -    -      -       -      -     x     -      -    x      x
  Manager      Decrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Manager      Encrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Manager      GenerateDataKey                 x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Manager      GenerateDataKeyWithoutPlaintext -   -     -      -       -    A      A       A      A     x     -      -    x      x
  Manager      ReEncryptFrom                   -   -     -      -       -    A      A       A      A     x     -      -    x      x
  Manager      ReEncryptTo                     -   -     -      -       -    A      A       A      A     x     -      -    x      x
  Manager@t-1  Decrypt                         -   x     -      -       -    -      -       -      x     x     -      -    x      x
  Manager@t-1  Encrypt                         -   x     -      -       -    -      -       -      x     x     -      -    x      x
  Manager@t-1  GenerateDataKey                 -   x     -      -       -    -      -       -      x     x     -      -    x      x
  Manager@t-1  GenerateDataKeyWithoutPlaintext x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Manager@t-1  ReEncryptFrom                   x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Manager@t-1  ReEncryptTo                     x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Admin        Decrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Admin        Encrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Admin        GenerateDataKey                 x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Admin        GenerateDataKeyWithoutPlaintext x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Admin        ReEncryptFrom                   x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Admin        ReEncryptTo                     x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Admin@t-1    Decrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Admin@t-1    Encrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Admin@t-1    GenerateDataKey                 x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Admin@t-1    GenerateDataKeyWithoutPlaintext x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Admin@t-1    ReEncryptFrom                   x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Admin@t-1    ReEncryptTo                     x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Auditor      Decrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Auditor      Encrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Auditor      GenerateDataKey                 x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Auditor      GenerateDataKeyWithoutPlaintext -   -     -      -       -    -      -       -      -     x     -      -    x      x
  Auditor      ReEncryptFrom                   -   -     -      -       -    -      -       -      -     x     -      -    x      x
  Auditor      ReEncryptTo                     -   -     -      -       -    -      -       -      -     x     -      -    x      x
  Auditor@t-1  Decrypt                         -   x     -      -       -    -      -       -      x     x     -      -    x      x
  Auditor@t-1  Encrypt                         -   x     -      -       -    -      -       -      x     x     -      -    x      x
  Auditor@t-1  GenerateDataKey                 -   x     -      -       -    -      -       -      x     x     -      -    x      x
  Auditor@t-1  GenerateDataKeyWithoutPlaintext x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Auditor@t-1  ReEncryptFrom                   x   x     x      x       x    x      x       x      x     x     x      x    x      x
  Auditor@t-1  ReEncryptTo                     x   x     x      x       x    x      x       x      x     x     x      x    x      x
  anybody      Decrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  anybody      Encrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  anybody      GenerateDataKey                 x   x     x      x       x    x      x       x      x     x     x      x    x      x
  anybody      GenerateDataKeyWithoutPlaintext -   -     -      -       -    A      A       A      A     x     -      -    x      x
  anybody      ReEncryptFrom                   -   -     -      -       -    A      A       A      A     x     -      -    x      x
  anybody      ReEncryptTo                     -   -     -      -       -    A      A       A      A     x     -      -    x      x
  anybody@t-1  Decrypt                         A   x     -      -       -    A      A       A      x     x     -      -    x      x
  anybody@t-1  Encrypt                         -   x     -      -       -    -      -       -      x     x     -      -    x      x
  anybody@t-1  GenerateDataKey                 A   x     -      -       -    -      -       -      x     x     -      -    x      x
  anybody@t-1  GenerateDataKeyWithoutPlaintext x   x     x      x       x    x      x       x      x     x     x      x    x      x
  anybody@t-1  ReEncryptFrom                   x   x     x      x       x    x      x       x      x     x     x      x    x      x
  anybody@t-1  ReEncryptTo                     x   x     x      x       x    x      x       x      x     x     x      x    x      x
  stranger     Decrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  stranger     Encrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  stranger     GenerateDataKey                 x   x     x      x       x    x      x       x      x     x     x      x    x      x
  stranger     GenerateDataKeyWithoutPlaintext -   -     -      -       -    -      -       -      -     x     -      -    x      x
  stranger     ReEncryptFrom                   -   -     -      -       -    -      -       -      -     x     -      -    x      x
  stranger     ReEncryptTo                     -   -     -      -       -    -      -       -      -     x     -      -    x      x
  stranger@t-1 Decrypt                         -   x     -      -       -    -      -       -      x     x     -      -    x      x
  stranger@t-1 Encrypt                         -   x     -      -       -    -      -       -      x     x     -      -    x      x
  stranger@t-1 GenerateDataKey                 -   x     -      -       -    -      -       -      x     x     -      -    x      x
  stranger@t-1 GenerateDataKeyWithoutPlaintext x   x     x      x       x    x      x       x      x     x     x      x    x      x
  stranger@t-1 ReEncryptFrom                   x   x     x      x       x    x      x       x      x     x     x      x    x      x
  stranger@t-1 ReEncryptTo                     x   x     x      x       x    x      x       x      x     x     x      x    x      x
  deployer     Decrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  deployer     Encrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  deployer     GenerateDataKey                 x   x     x      x       x    x      x       x      x     x     x      x    x      x
  deployer     GenerateDataKeyWithoutPlaintext x   x     x      x       x    x      x       x      x     x     x      x    x      x
  deployer     ReEncryptFrom                   x   x     x      x       x    x      x       x      x     x     x      x    x      x
  deployer     ReEncryptTo                     x   x     x      x       x    x      x       x      x     x     x      x    x      x
  root         Decrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  root         Encrypt                         x   x     x      x       x    x      x       x      x     x     x      x    x      x
  root         GenerateDataKey                 x   x     x      x       x    x      x       x      x     x     x      x    x      x
  root         GenerateDataKeyWithoutPlaintext x   x     x      x       x    x      x       x      x     x     x      x    x      x
  root         ReEncryptFrom                   x   x     x      x       x    x      x       x      x     x     x      x    x      x
  root         ReEncryptTo                     x   x     x      x       x    x      x       x      x     x     x      x    x      x
`);
  const ON_SAME_KEY = { 'kms:ReEncryptOnSameKey': ['true'] };

  type InForce = Parameters<EnvelopePlace['onKey']>[3];
  const ask = (cells: ReadonlyMap<string, string>, column: string, inForce?: InForce): Verdict => {
    const [who = '', action = ''] = [cells.get('who'), cells.get('action')];
    const sameKey = action.startsWith('ReEncrypt') ? ON_SAME_KEY : {};
    return place.onKey(who, action, { ...contextKeys(CONTEXTS[column] ?? {}), ...sameKey }, inForce);
  };

  test.each(lines)('%s', (_, cells) => {
    compare(cells, Object.keys(CONTEXTS), (column) => ask(cells, column));
  });

  // each side holds by itself: what a Deny forbids is allowed neither by the key policy nor by the caller's own
  describe.each<[string, RegExp, InForce]>([
    [
      'has no Deny',
      /^(?!Admin|deployer|root)/u,
      (policy) => policy.filter(({ effect }) => effect === 'Allow'),
    ],
    ['leaves it to the account', /^(?:Sealer|Clinic|Manager|Auditor)/u, () => LEFT_TO_THE_ACCOUNT],
  ])('no further where the key policy %s', (_side, callers, inForce) => {
    test.each(lines.filter(([line]) => callers.test(line)))('%s', (_, cells) => {
      const columns = Object.keys(CONTEXTS);
      expect(columns.filter((column) => ask(cells, column, inForce) !== 'none')).toEqual(
        columns.filter((column) => cells.get(column) === 'A'),
      );
    });

    test.each(['ReEncryptFrom', 'ReEncryptTo'])('%s onto another key', (action) => {
      const context = { ...contextKeys(branchKey(TENANT)), 'kms:ReEncryptOnSameKey': ['false'] };
      expect(place.onKey('Manager', action, context, inForce)).toBe('none');
    });
  });

  test('by every caller in every way: no line and no column is left out', () => {
    const callers = new Set(lines.map(([, cells]) => cells.get('who')));
    const actions = new Set(lines.map(([, cells]) => cells.get('action')));
    expect(lines).toHaveLength(callers.size * actions.size);
    for (const [, cells] of lines) expect([...cells.keys()].slice(2)).toEqual(Object.keys(CONTEXTS));
  });

  test.each([
    ['ReEncryptFrom', 'false', 'deny'],
    ['ReEncryptTo', 'false', 'deny'],
    ['ReEncryptFrom', 'true', 'allow'],
    ['ReEncryptTo', 'true', 'allow'],
  ])(
    '%s, on the same key: %s: %s, as another key could be one that the manager opens',
    (action, same, verdict) => {
      const context = { ...contextKeys(branchKey(TENANT)), 'kms:ReEncryptOnSameKey': [same] };
      expect(place.onKey('Manager', action, context)).toBe(verdict);
      expect(place.onKey('anybody', action, context)).toBe(verdict);
    },
  );

  test.each(['GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext'])('%s, by nobody', (action) => {
    for (const who of ['Clinic@t-1', 'Manager', 'anybody', 'anybody@t-1', 'deployer', 'root'])
      for (const context of Object.values(CONTEXTS))
        expect(place.onKey(who, action, contextKeys(context))).not.toBe('allow');
  });
});

describe('the key is administered', () => {
  const lines = linesOf(`
  action                      Sealer@t-1 Clinic@t-1 Manager Admin Auditor anybody anybody@t-1 stranger deployer root
  CancelKeyDeletion           x          x          x       A     x       x       x           x        A        A
  CreateAlias                 x          x          x       A     x       x       x           x        A        A
  DisableKey                  x          x          x       A     x       x       x           x        A        A
  DisableKeyRotation          x          x          x       A     x       x       x           x        A        A
  PutKeyPolicy                x          x          x       A     x       x       x           x        A        A
  RevokeGrant                 x          x          x       A     x       x       x           x        A        A
  RotateKeyOnDemand           x          x          x       A     x       x       x           x        A        A
  ScheduleKeyDeletion         x          x          x       A     x       x       x           x        A        A
  TagResource                 x          x          x       A     x       x       x           x        A        A
  UpdateKeyDescription        x          x          x       A     x       x       x           x        A        A
  CreateGrant                 x          x          x       x     x       x       x           x        x        x
  ReplicateKey                x          x          x       -     x       x       x           x        -        -
  ImportKeyMaterial           x          x          x       -     x       x       x           x        -        -
  DescribeKey                 -          -          -       A     A       A       A           -        A        A
  GetKeyPolicy                -          -          -       A     A       A       A           -        A        A
  ListGrants                  -          -          -       A     A       A       A           -        A        A
  GetKeyRotationStatus        -          -          -       A     A       A       A           -        A        A
`);

  test.each(lines)('%s', (_, cells) => {
    const columns = [...cells.keys()].slice(1);
    compare(cells, columns, (who) => place.onKey(who, cells.get('action') ?? ''));
  });

  test.each([
    [7, 'deny'],
    [29, 'deny'],
    [30, 'allow'],
  ])('with a wait of %d days before deletion: %s', (days, verdict) => {
    const context = { 'kms:ScheduleKeyDeletionPendingWindowInDays': [String(days)] };
    for (const who of ['Admin', 'root', 'deployer'])
      expect([who, place.onKey(who, 'ScheduleKeyDeletion', context)]).toEqual([who, verdict]);
  });
});

describe('rows are read and written', () => {
  const ROWS: Readonly<Record<string, readonly string[]>> = {
    't-1': [TENANT],
    both: [TENANT, OTHER_TENANT],
    none: [],
  };
  const lines = linesOf(`
  action                      row   Sealer@t-1 Clinic@t-1 Clinic@t-2 Clinic Manager Admin Auditor
  GetItem                     t-1   -          A          -          -      A       -     -
  GetItem                     both  -          -          -          -      A       -     -
  GetItem                     none  -          -          -          -      A       -     -
  BatchGetItem                t-1   -          -          -          -      -       -     -
  Query                       t-1   -          -          -          -      A       -     -
  Query                       both  -          -          -          -      A       -     -
  Scan                        none  -          -          -          -      -       -     -
  PutItem                     t-1   -          -          -          -      A       -     -
  PutItem                     both  -          -          -          -      A       -     -
  UpdateItem                  t-1   -          -          -          -      -       -     -
  DeleteItem                  t-1   -          -          -          -      A       -     -
  DeleteItem                  both  -          -          -          -      A       -     -
  ConditionCheckItem          t-1   -          -          -          -      A       -     -
  ConditionCheckItem          both  -          -          -          -      A       -     -
  BatchWriteItem              t-1   -          -          -          -      -       -     -
  DescribeTable               none  -          -          -          -      A       -     A
  DescribeContinuousBackups   none  -          -          -          -      A       -     A
  DeleteTable                 none  -          -          -          -      -       -     -
  ExportTableToPointInTime    none  -          -          -          -      -       -     -
`);

  test.each(lines)('%s', (_, cells) => {
    const columns = [...cells.keys()].slice(2);
    const rows = ROWS[cells.get('row') ?? ''] ?? [];
    compare(cells, columns, (who) => place.onTable(who, cells.get('action') ?? '', rows));
  });
});

describe('a statement that somebody adds to the key policy later', () => {
  const widened = new EnvelopePlace(({ envelopeKey }, stack) => {
    const careless = new iam.Role(stack, 'Careless', { assumedBy: new iam.AccountRootPrincipal() });
    envelopeKey.key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [careless, new iam.AccountRootPrincipal()],
        actions: ['kms:*'],
        resources: ['*'],
      }),
    );
  });
  const ask = (who: string, action: string, context: Context) =>
    widened.onKey(who, action, contextKeys(context));

  test.each([
    ['Careless@t-1', 'Decrypt', 'other'],
    ['Careless@t-1', 'Decrypt', 'alien'],
    ['Careless@t-1', 'Decrypt', 'store'],
    ['Careless@t-1', 'Decrypt', 'none'],
    ['Careless@t-1', 'GenerateDataKeyWithoutPlaintext', 'version'],
    ['Careless', 'Decrypt', 'own'],
    ['Careless', 'Decrypt', 'version'],
    ['Careless', 'GenerateDataKeyWithoutPlaintext', 'store'],
    ['Careless', 'GenerateDataKeyWithoutPlaintext', 'none'],
    ['Admin', 'Decrypt', 'own'],
    ['root', 'Decrypt', 'own'],
    ['deployer', 'Decrypt', 'version'],
  ])('does not let %s %s, with the context %s', (who, action, context) => {
    expect(ask(who, action, CONTEXTS[context] ?? {})).toBe('deny');
  });

  test.each(['PutKeyPolicy', 'DisableKey', 'CreateGrant', 'ReplicateKey'])(
    'does not let users %s',
    (action) => {
      expect(ask('Careless', action, {})).toBe('deny');
    },
  );

  test('does widen what is a tenant’s own: the statement was read', () => {
    expect(ask('Careless@t-1', 'Decrypt', CONTEXTS['own'] ?? {})).toBe('allow');
    expect(ask('Careless@t-1', 'Encrypt', CONTEXTS['own'] ?? {})).toBe('allow');
  });
});
