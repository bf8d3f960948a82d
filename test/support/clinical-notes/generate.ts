import { IDENTIFYING_FRAMES, PLAIN_FRAMES } from './frames';
import { NOTE_KINDS, type NoteKind } from './note-kinds';
import { Random } from './random';
import { someScene, type Frame, type Scene } from './scene';
import { compose, join, type LabelledText, type Text } from './text';

/** A document with its identifiers, in the format of the data sets that benchmarks read. */
export interface ClinicalNote extends LabelledText {
  readonly id: string;
}

export interface NotesRequest {
  readonly count: number;
  readonly seed: number;
}

/** Invented clinical documents of all kinds in turn; every third holds no identifier. */
export function generateNotes({ count, seed }: NotesRequest): ClinicalNote[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) => {
    // a third of each kind: ten kinds and three turns have no common factor
    const kind = NOTE_KINDS[index % NOTE_KINDS.length] as NoteKind;
    const scene = someScene(random);
    const text = index % 3 === 2 ? plainNote(kind, scene) : identifyingNote(kind, scene);
    return { id: `${kind.name}:${index}`, ...compose(text) };
  });
}

function identifyingNote(kind: NoteKind, scene: Scene): Text {
  const { random } = scene;
  const frames = Array.from({ length: random.between(4, 12) }, () =>
    random.chance(0.35) ? random.pick(PLAIN_FRAMES) : random.pick(random.pick(IDENTIFYING_FRAMES)),
  );
  return [...kind.opening(scene), ...body(frames, kind, scene), ...kind.closing(scene)];
}

function plainNote(kind: NoteKind, scene: Scene): Text {
  const frames = scene.random.several(PLAIN_FRAMES, scene.random.between(4, 12));
  return [...kind.plainOpening(scene), ...body(frames, kind, scene), ...kind.plainClosing(scene)];
}

function body(frames: readonly Frame[], kind: NoteKind, scene: Scene): Text {
  return join(
    frames.map((frame) => frame(scene)),
    kind.between,
  );
}
