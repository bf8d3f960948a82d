import { isAnything } from './arn';
import { isWholeService } from './pattern';
import type { Statement } from './statement';

/** Whether a statement allows every action on every resource: rules on single actions leave it to `iam-no-admin-policy`. */
export function allowsEverything({ effect, actions, resources }: Statement): boolean {
  return effect === 'Allow' && actions.some(isEveryService) && resources.some(isAnything);
}

/** `*`, `*:*`, `**`. */
export function isEveryService(action: string): boolean {
  const colon = action.indexOf(':');
  return isWholeService(action) && isAnything(colon < 0 ? action : action.slice(0, colon));
}
