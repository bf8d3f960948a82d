import type { Property } from '../../template/property';
import { accepts } from '../cloudformation/members';

const ACTIONS: readonly unknown[] = ['BLOCK', 'ANONYMIZE'];

/**
 * Whether an entity of `PiiEntitiesConfig` blocks or masks a type both ways. `InputAction` and `OutputAction` overrule
 * `Action`; an entity is on both ways unless switched off.
 */
export function hidesEntity(entity: Property, type: string): boolean | undefined {
  const isType = accepts(entity.member('Type'), (name) => name === type);
  if (isType === false) return false;
  const answers = ['Input', 'Output'].flatMap((way) => {
    const action = entity.member(`${way}Action`);
    return [
      accepts(action.isPresent ? action : entity.member('Action'), (name) => ACTIONS.includes(name)),
      accepts(entity.member(`${way}Enabled`), (on) => on === undefined || on === true || on === 'true'),
    ];
  });
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : isType;
}
