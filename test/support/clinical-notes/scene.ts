import { facility } from './places';
import { somebody, type Person } from './people';
import type { Random } from './random';
import type { Identifier, Text } from './text';

/** Who and what one note is about: its people stay the same from sentence to sentence. */
export interface Scene {
  readonly random: Random;
  readonly patient: Person;
  readonly clinician: Person;
  readonly nurse: Person;
  readonly relative: Person;
  readonly facility: Identifier;
}

/** One way to write a sentence or a line of a form. */
export type Frame = (scene: Scene) => Text;

export function someScene(random: Random): Scene {
  return {
    random,
    patient: somebody(random),
    clinician: somebody(random),
    nurse: somebody(random),
    relative: somebody(random),
    facility: facility(random),
  };
}
