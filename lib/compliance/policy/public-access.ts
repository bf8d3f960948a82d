import { finding, unknown, type Observation } from '../rule';
import type { Property } from '../template/property';
import type { Template } from '../template/template';
import { onEachAllow } from './allow';
import { narrowsCaller } from './narrowing';
import { isEverybody } from './principal';
import { statementsOf } from './statement';

/** Allow statements of a resource policy that admit everybody, each with its path. */
export function publicStatements(document: Property, template: Template): readonly Observation[] {
  return onEachAllow(statementsOf(document, template), ['principal'], (statement) => {
    const everybody = statement.principals.some(isEverybody);
    if (!everybody && statement.notPrincipals.length === 0) return [];
    const narrowed = narrowsCaller(statement);
    if (narrowed === true) return [];
    const whom = everybody ? 'everybody' : 'everybody but those in NotPrincipal';
    return [
      narrowed === false
        ? finding(statement.path, `allows ${whom}, and no condition says whose principals`)
        : unknown(statement.path, `allows ${whom}, under a condition that cannot be read`),
    ];
  });
}
