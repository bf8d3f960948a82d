import { FAKE_NAMES } from './fake-names';

export type Gender = 'female' | 'male' | 'either';

const split = (words: string): readonly string[] => words.split(' ');

// Given names of the United States that are common and hardly shared by men and women, besides the fakes themselves
const FEMALE = new Set([
  ...FAKE_NAMES.female.map((name) => name.toLowerCase()),
  ...split(
    'mary jennifer elizabeth jessica lisa betty ashley kimberly donna michelle melissa stephanie dorothy anna ruth angela brenda nicole ' +
      'samantha catherine virginia debra carolyn maria diane julie victoria lauren judith olivia joan kathleen ann amy shirley anne ' +
      'marie madison sophia isabella ava mia charlotte amelia ella chloe zoe penelope camila luna sofia ana rosa carmen lucia elena ' +
      'gabriela isabel juana guadalupe fatima aisha priya anita mei yuki ingrid astrid siobhan bridget colleen tiffany crystal amber ' +
      'danielle brittany kayla alexis jacqueline kathryn cheryl mildred ethel irene marilyn lois norma jean agnes hazel gertrude esther',
  ),
]);
const MALE = new Set([
  ...FAKE_NAMES.male.map((name) => name.toLowerCase()),
  ...split(
    'john christopher anthony mark donald steven joshua jason ryan jacob jonathan justin brandon alexander tyler jose adam zachary ' +
      'jesus juan luis carlos miguel antonio diego javier pedro manuel pablo rafael ethan noah liam mason lucas logan oliver elijah ' +
      'aiden jackson sebastian mohammed muhammad ahmed omar ali hassan ibrahim raj sanjay ravi arjun wei hiroshi sven lars bjorn ' +
      'tomasz ivan boris sergei dmitri johannes hans klaus giovanni marco luigi sean patrick kyle eric jeffrey frank larry jerry ' +
      'dylan austin roger carl terry billy bobby johnny ronald wayne roy eugene russell philip jonah isaac caleb nathaniel leo',
  ),
]);
const HER =
  /\b(?:mrs|ms|miss|madam|sister|mother|mom|daughter|wife|aunt|grandmother|niece|granddaughter|girlfriend|she)[.:,]? {0,2}$/i;
const HIS =
  /\b(?:mr|mister|sir|brother|father|dad|son|husband|uncle|grandfather|nephew|grandson|boyfriend|he)[.:,]? {0,2}$/i;

/** Whether a word is known as a given name. */
export function isGivenName(lower: string): boolean {
  return FEMALE.has(lower) || MALE.has(lower);
}

/** By the title or kin word before the name if there is one, by the given name if not. */
export function genderOf(lower: string, before: string): Gender {
  if (HER.test(before)) return 'female';
  if (HIS.test(before)) return 'male';
  if (FEMALE.has(lower)) return 'female';
  return MALE.has(lower) ? 'male' : 'either';
}
