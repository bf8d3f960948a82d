import { createHash } from 'node:crypto';
import { parseDocument } from 'yaml';
import { waiverFileSchema, waiverRowSchema, waiversOf, type Waiver } from './waiver';

/** What a waiver file says, and everything that is wrong with it. */
export interface WaiverFile {
  readonly path: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  /** Those that are complete; an incomplete one waives nothing. */
  readonly waivers: readonly Waiver[];
  /** One line for each fault, with its path in the file. */
  readonly problems: readonly string[];
}

/** Reads the text of a waiver file. Never throws: a file that cannot be read waives nothing and says so. */
export function parseWaivers(text: string, path: string): WaiverFile {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const refused = (problems: readonly string[]): WaiverFile => ({ path, sha256, waivers: [], problems });
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) {
    return refused(
      document.errors.map(
        (error) => `line ${text.slice(0, error.pos[0]).split('\n').length}: not valid YAML (${error.code})`,
      ),
    );
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    return refused(['uses YAML aliases; write each waiver out']);
  }
  const rows = rowsOf(value);
  if (!rows) {
    const result = waiverFileSchema.safeParse(value);
    return refused(result.success ? [] : result.error.issues.map((issue) => describe([], issue)));
  }
  const waivers: Waiver[] = [];
  const problems: string[] = [];
  for (const [index, row] of rows.entries()) {
    const result = waiverRowSchema.safeParse(row);
    if (result.success) waivers.push(...waiversOf(result.data));
    else problems.push(...result.error.issues.map((issue) => describe(['waivers', index], issue)));
  }
  return { path, sha256, waivers, problems };
}

/** The rows, when the file has the outer shape it must have. */
function rowsOf(value: unknown): readonly unknown[] | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).join() !== 'waivers')
    return undefined;
  const { waivers } = value as { waivers: unknown };
  return Array.isArray(waivers) ? waivers : undefined;
}

function describe(
  prefix: readonly (string | number)[],
  issue: { readonly path: readonly PropertyKey[]; readonly message: string },
): string {
  const path = [...prefix, ...issue.path].map(String).join('.');
  return `${path === '' ? '(top level)' : path}: ${issue.message}`;
}
