// What the benchmark takes from the repository, bundled from source by load-engine.mjs.
export { CATEGORIES } from '../../lambda/redaction/category';
export { generateNotes } from '../../test/support/clinical-notes/generate';
export { precision, score, wrongPerThousandWords } from '../../test/support/redaction-score';
export { removedPlaces } from './alignment';
