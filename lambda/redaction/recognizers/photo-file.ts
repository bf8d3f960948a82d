import { atEach, type Recognizer } from '../recognizer';

const EXTENSIONS = ['jpg', 'jpeg', 'png', 'gif', 'bmp', 'tif', 'tiff', 'dcm', 'heic', 'webp', 'dicom'];
const LONGEST_FILE_NAME = 80;
const FILE_SIGN = /[\p{L}\p{N}._-]/u;

/** The file name of a picture: it often carries the name or number of the person on it. */
export const photoFile: Recognizer = {
  name: 'photo-file',
  category: 'PHOTO',
  atWords: atEach(EXTENSIONS, ({ text, words }, at, found) => {
    const word = words[at];
    if (word === undefined || text[word.start - 1] !== '.') return;
    let start = word.start - 1;
    while (start > 0 && word.start - start < LONGEST_FILE_NAME && FILE_SIGN.test(text.charAt(start - 1)))
      start--;
    if (start < word.start - 1) found.add(start, word.end, 0.9);
  }),
};
