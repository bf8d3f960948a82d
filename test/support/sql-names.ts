// Reads the saved queries of ours as far as their names go. Key words are in capitals there, names in lower case.
import type { HiveColumns, HiveType } from '../../lib/audit/athena/hive-type';

const TOKEN = /'(?:[^']|'')*'|->|"?[A-Za-z_]\w*"?(?:\s*\.\s*"?[A-Za-z_]\w*"?)*|[?(),]/gu;
const TYPES = ['varchar', 'integer', 'date'];

function parts(chain: string): readonly string[] {
  return chain.split('.').map((each) => each.trim().replaceAll('"', ''));
}

function isKeyword(token: string): boolean {
  return /^[A-Z]+$/u.test(token);
}

/** Whether a column, and what is taken out of it, is there. */
function leads(columns: HiveColumns, [name = '', ...rest]: readonly string[]): boolean {
  const type: HiveType | undefined = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (type === undefined) return false;
  if (rest.length === 0) return true;
  return typeof type !== 'string' && 'struct' in type && leads(type.struct, rest);
}

/** Names of a query that are neither columns nor made by the query itself. */
export function unknownNames(
  sql: string,
  columns: HiveColumns,
  tables: readonly string[],
): readonly string[] {
  const tokens = (sql.match(TOKEN) ?? []).filter((token) => !token.startsWith("'"));
  const made = new Set<string>([...tables, ...TYPES]);
  const rows = new Map<string, HiveColumns>();
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    if (before === 'AS' || (after === 'AS' && tokens[index + 2] === '(')) made.add(token);
    // the argument in front of a lambda is the column that it goes through
    const through = columns[tokens[index - 2] ?? ''];
    if (after === '->' && typeof through === 'object' && 'array' in through) {
      const { array } = through;
      rows.set(token, typeof array === 'object' && 'struct' in array ? array.struct : {});
    }
  }
  return tokens.filter((token, index) => {
    if (/^[?(),]$|^->$/u.test(token) || isKeyword(token) || tokens[index + 1] === '(') return false;
    const chain = parts(token);
    const [name = '', ...rest] = chain;
    if (leads(columns, chain)) return false;
    const row = rows.get(name);
    if (row) return rest.length > 0 && !leads(row, rest);
    return !(made.has(name) && rest.every((each) => made.has(each)));
  });
}

/** The clause that each parameter stands in. */
export function clausesOfParameters(sql: string): readonly string[] {
  let clause = '';
  const found: string[] = [];
  for (const token of sql.match(TOKEN) ?? []) {
    if (/^(?:SELECT|FROM|WHERE|GROUP|ORDER|HAVING|ON|LIMIT)$/u.test(token)) clause = token;
    if (token === '?') found.push(clause);
  }
  return found;
}

/** Functions that a query calls. */
export function functionsOf(sql: string): readonly string[] {
  const tokens = sql.match(TOKEN) ?? [];
  return tokens.filter((token, index) => /^[a-z_]+$/u.test(token) && tokens[index + 1] === '(');
}
