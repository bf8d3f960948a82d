import { CONTACT_FRAMES } from './contact-frames';
import { DATE_FRAMES } from './date-frames';
import { NAME_FRAMES } from './name-frames';
import { NUMBER_FRAMES } from './number-frames';
import { PLACE_FRAMES } from './place-frames';
import { PLAIN_FRAMES } from './plain-frames';
import type { Frame } from './scene';

/** Every sentence of the generator that holds an identifier, by what it is about; names twice, as in real notes they lead. */
export const IDENTIFYING_FRAMES: readonly (readonly Frame[])[] = [
  NAME_FRAMES,
  NAME_FRAMES,
  PLACE_FRAMES,
  DATE_FRAMES,
  CONTACT_FRAMES,
  NUMBER_FRAMES,
];

export { PLAIN_FRAMES };
