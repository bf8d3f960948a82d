const ASCII = /^[\0-\u007f]*$/;
const MARKS = /[\u0300-\u036f]/g;
// Letters that Unicode does not take apart into a letter and a mark
const WHOLE = /[øłđðıßæœþ]/g;
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/** Text in small letters without marks, as the lists hold it: "José" is "jose", "Łukasz" "lukasz", "Groß" "gross". */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replaceAll(MARKS, '')
    .replaceAll(WHOLE, (letter) => PLAIN[letter] ?? letter);
}
