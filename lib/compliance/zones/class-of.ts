import {
  DATA_CLASSES,
  PROTECTED_CLASSES,
  UNPROTECTED_CLASSES,
  type DataClass,
} from '../../contract/data-class';
import { TAGS } from '../../contract/tags';
import { every, some, type Tri } from '../policy/tri';
import type { Resource } from '../template/resource';
import { tagSetsOf, type TagSet } from './tag-sets';

/** What a resource holds, or passes on to a model, as long as no tag says more. */
const BY_TYPE: ReadonlyMap<string, DataClass> = new Map([
  ['AWS::Logs::LogGroup', 'LOG'],
  ['AWS::CloudTrail::EventDataStore', 'AUDIT'],
  ['AWS::Bedrock::Agent', 'NO_PHI'],
  ['AWS::Bedrock::ApplicationInferenceProfile', 'NO_PHI'],
  ['AWS::Bedrock::Flow', 'NO_PHI'],
]);

/** What the tag of a resource says that it holds. */
export interface ClassTag {
  readonly classes: readonly DataClass[];
  /** Texts that are no class. */
  readonly odd: readonly string[];
  /** True when there is no tag, or conditions may leave it out. */
  readonly mayLack: boolean;
  readonly isOpen: boolean;
}

export function classIn(tags: TagSet): ClassTag {
  const { texts, mayLack, isOpen } = tags.of(TAGS.dataClass);
  return {
    classes: texts.filter(isDataClass),
    odd: texts.filter((text) => !isDataClass(text)),
    mayLack,
    isOpen,
  };
}

export function isDataClass(text: string): text is DataClass {
  return DATA_CLASSES.some((each) => each === text);
}

/** Whether a class is protected health information. */
export function isProtected(dataClass: DataClass): boolean {
  return PROTECTED_CLASSES.some((each) => each === dataClass);
}

/** On which side of the line a resource is. Logs and the audit record are on neither, nor is what says nothing. */
export interface Zones {
  readonly protected: Tri;
  readonly unprotected: Tri;
  /** For people to read, e.g. `PHI`; of several, each. */
  readonly classes: readonly DataClass[];
}

export const NO_ZONE: Zones = { protected: false, unprotected: false, classes: [] };

const known = new WeakMap<Resource, Zones>();

/** The zones a resource says it is in. One that says nothing, or nothing readable, is the business of the rules on tags. */
export function zonesOf(resource: Resource): Zones {
  const zones = known.get(resource);
  if (zones) return zones;
  const found = zonesIn(tagSetsOf(resource), BY_TYPE.get(resource.type));
  known.set(resource, found);
  return found;
}

function zonesIn(sets: readonly TagSet[], byType: DataClass | undefined): Zones {
  const each = sets.map((tags) => {
    const { classes, mayLack, isOpen } = classIn(tags);
    return mayLack || isOpen ? [...classes, mayLack ? byType : undefined] : classes;
  });
  const all = each.flat();
  const among = (side: readonly DataClass[]): Tri => {
    const answers = all.map((dataClass) => dataClass !== undefined && side.includes(dataClass));
    return some(answers) === true ? every(answers) || undefined : false;
  };
  return {
    protected: among(PROTECTED_CLASSES),
    unprotected: among(UNPROTECTED_CLASSES),
    classes: [...new Set(all.filter((dataClass) => dataClass !== undefined))],
  };
}
