import { DEIDENTIFIES_TAG } from '../../contract/deidentification-tag';
import { TAGS } from '../../contract/tags';
import { every, type Tri } from '../policy/tri';
import type { Resource } from '../template/resource';
import { zonesOf, type Zones } from './class-of';
import { tagSetsOf, type TagValues } from './tag-sets';
import type { Access } from './grants';
import { reachOf } from './reach';

export type SideName = 'protected' | 'unprotected';

/** What puts a principal on a side of the line. */
export interface Side {
  /** Ends the sentence "<principal> …", e.g. `may s3:GetObject of Uploads (PHI)`. */
  readonly words: string;
  readonly isSure: Tri;
  /** True when a boundary outside the assembly may take it back. */
  readonly isLimited: boolean;
  /** Where that is allowed; absent when its own tag says it. */
  readonly access?: Access;
}

/** What the tag of a role says of the data sets it de-identifies; a user is no job. */
export function deidentifiesTag(principal: Resource): TagValues | undefined {
  if (principal.type !== 'AWS::IAM::Role') return undefined;
  const all = tagSetsOf(principal).map((tags) => tags.of(TAGS.deidentifies));
  const texts = [...new Set(all.flatMap((each) => each.texts))];
  const isOpen = all.some((each) => each.isOpen);
  return texts.length > 0 || isOpen
    ? { texts, isOpen, mayLack: all.some((each) => each.mayLack) }
    : undefined;
}

/** The ids of the records under which a role surely crosses the line; none without. */
export function crossingsOf(principal: Resource): readonly string[] {
  const tag = deidentifiesTag(principal);
  const [ids, ...others] = tag?.texts ?? [];
  if (tag === undefined || tag.mayLack || tag.isOpen || ids === undefined || others.length > 0) return [];
  return DEIDENTIFIES_TAG.test(ids) ? ids.split(' ') : [];
}

/**
 * What puts a principal on one side, surely or perhaps. A role that de-identifies by a record may have de-identified data
 * beside PHI, and nothing else.
 */
export function sideOf(principal: Resource, name: SideName): Side | undefined {
  const crosses = crossingsOf(principal).length > 0;
  const counts = (zones: Zones) =>
    zones[name] !== false && !(crosses && name === 'unprotected' && isDeidentified(zones));
  const own = zonesOf(principal);
  const { accesses, perhaps, isLimited } = reachOf(principal);
  const sides: Side[] = [
    ...accesses
      .filter(({ store }) => counts(store.zones))
      .map((access) => ({
        words: `may ${access.action} of ${labelOf(access.store)}`,
        isSure: every([access.isSure, access.store.zones[name]]),
        isLimited: isLimited && access.by.type.startsWith('AWS::IAM::'),
        access,
      })),
    ...(counts(own)
      ? [{ words: `is of class ${own.classes.join(' or ')}`, isSure: own[name], isLimited: false }]
      : []),
  ];
  const sure = sides.find(({ isSure }) => isSure === true) ?? sides[0];
  if (sure) return sure;
  const store = perhaps.find(({ zones }) => counts(zones));
  return store && { words: `may perhaps reach ${labelOf(store)}`, isSure: undefined, isLimited };
}

export function labelOf({ resource, zones }: { readonly resource: Resource; readonly zones: Zones }): string {
  return `${resource.logicalId} (${zones.classes.join(' or ')})`;
}

export function isDeidentified({ classes }: Zones): boolean {
  return classes.length > 0 && classes.every((dataClass) => dataClass === 'DEIDENTIFIED');
}
