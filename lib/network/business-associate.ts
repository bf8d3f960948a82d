import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../errors';
import { hostNameProblem } from './host-name';

/**
 * An entry of the register of business associates: who may get PHI over the internet, and by which agreement.
 * 45 CFR 164.308(b)(1), 164.502(e), 164.504(e).
 */
export interface BusinessAssociate {
  readonly name: string;
  /** Host names, such as `api.example.com`; each is written out, as a wildcard lets in whoever gets a name below it. */
  readonly domains: readonly string[];
  /** Where the signed agreement is kept, such as a number in the register. */
  readonly baaRecord: string;
  /** Last day by which somebody looks at the entry again, as `YYYY-MM-DD`; the rule `governance-approvals-current` holds it to that. */
  readonly reviewBy: string;
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

/**
 * The host names of a register, in order.
 * @throws ConfigurationError `BusinessAssociates` an entry without name, agreement, review day or names, or with a wildcard
 */
export function domainsOf(scope: IConstruct, register: readonly BusinessAssociate[]): readonly string[] {
  for (const entry of register) {
    const problem = problemOf(entry);
    if (problem !== undefined) {
      throw new ConfigurationError(scope, 'BusinessAssociates', `the entry '${entry.name}' ${problem}`);
    }
  }
  return [...new Set(register.flatMap(({ domains }) => domains))].sort();
}

function problemOf({ name, domains, baaRecord, reviewBy }: BusinessAssociate): string | undefined {
  if (name.trim() === '') return 'has no name; give that of the agreement';
  if (baaRecord.trim() === '') return 'has no baaRecord; without an agreement nothing may go there';
  if (!DAY.test(reviewBy)) return `has reviewBy '${reviewBy}'; give a day, such as 2027-06-30`;
  if (domains.length === 0) return 'has no domains; name each host';
  const [unfit] = domains.filter((domain) => hostNameProblem(domain) !== undefined || domain.includes('*'));
  return unfit === undefined
    ? undefined
    : `has the domain '${unfit}'; write host names out, such as api.example.com`;
}
