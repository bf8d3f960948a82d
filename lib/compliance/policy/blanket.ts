import { finding, type Observation } from '../rule';
import type { Property } from '../template/property';
import type { Template } from '../template/template';
import { onEachAllow } from './allow';
import { isWholeService } from './pattern';
import { statementsOf } from './statement';

/** Allow statements that name a whole service, or every action there is. */
export function wholeServiceStatements(document: Property, template: Template): readonly Observation[] {
  return onEachAllow(statementsOf(document, template), ['action'], ({ actions, path }) =>
    actions.some(isWholeService) ? [finding(path, 'allows every action of a service')] : [],
  );
}

/** Allow statements with NotAction: they allow whatever AWS adds later. */
export function notActionStatements(document: Property, template: Template): readonly Observation[] {
  return onEachAllow(statementsOf(document, template), ['action'], ({ notActions, unreadable, path }) =>
    // whatever it says, everything else is allowed
    notActions.length > 0 || unreadable.includes('NotAction')
      ? [finding(path, 'allows every action but those in NotAction')]
      : [],
  );
}

/** Allow statements with NotPrincipal: they let in everybody who is not named. */
export function notPrincipalStatements(document: Property, template: Template): readonly Observation[] {
  return onEachAllow(statementsOf(document, template), ['principal'], ({ notPrincipals, path }) =>
    notPrincipals.length > 0 ? [finding(path, 'allows everybody but those in NotPrincipal')] : [],
  );
}
