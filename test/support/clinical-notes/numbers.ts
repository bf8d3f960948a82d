import type { Category } from '../../../lambda/redaction/category';
import type { Random } from './random';
import { identifier, type Identifier } from './text';

/** Shapes of numbers that are issued to one person or thing; see Random.shaped. */
const SHAPES = {
  MRN: ['#######', '########', '00-##-##-##', 'H00#####', '@@#######', '###-##-##'],
  SSN: ['9##-##-####', '9## ## ####', '000-##-####', '***-**-####', 'XXX-XX-####'],
  HEALTH_PLAN: ['@@@#########', '1@@#-@@#-@@##', '@#########', '##########-01', '########@'],
  ACCOUNT: ['########', '####-######', '1#########', 'A#######', '####-####-####'],
  LICENSE: ['1#########', '@#######', '@@#######', 'RN######', '@###-####-####'],
  VEHICLE: ['1@@@@##@##@######', '@@@-####', '#@@@###', '@@#####'],
  DEVICE: ['@@@######', 'SN-########', '(01)00############(21)@####', '##-@@-#####', '@##@#######'],
  BIOMETRIC: ['FP-######', 'VP#######', 'IRIS-@@-####', 'BIO-########', '@@@@-##-####'],
  OTHER_ID: ['########', 'S2#-#####', 'CLM-#######', 'ENC#######', '##-####-####', '@@-####-###'],
} satisfies Partial<Record<Category, readonly string[]>>;

export type NumberedCategory = keyof typeof SHAPES;

export function numberOf(category: NumberedCategory, random: Random): Identifier {
  return identifier(category, random.shaped(random.pick(SHAPES[category])));
}

export function lastFour(random: Random): Identifier {
  return identifier('SSN', random.shaped('####'));
}

export function photo(random: Random, handle: string): Identifier {
  const name = random.pick([
    'IMG_####.jpg',
    `wound_${handle}_##.png`,
    'DSC0####.JPEG',
    'face-####.heic',
    'scan_####.tiff',
  ]);
  return identifier('PHOTO', random.shaped(name));
}

const TENS = ['ninety', 'ninety-one', 'ninety-three', 'ninety-seven', 'one hundred and two'];

/** 90 and over, in figures. */
export function greatAge(random: Random): Identifier {
  return identifier('AGE_OVER_89', String(random.between(90, 108)));
}

export function greatAgeInWords(random: Random): Identifier {
  return identifier('AGE_OVER_89', random.pick(TENS));
}

/** A year that shows an age over 89, on the day of the newest note (45 CFR 164.514(b)(2)(i)(C)). */
export function earlyBirthYear(random: Random): Identifier {
  return identifier('AGE_OVER_89', String(random.between(1919, 1933)));
}
