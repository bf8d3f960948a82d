import { name } from '../../../../lambda/redaction/recognizers/name';
import { recognized } from '../../../support/recognized';

test.each([
  ['Dr. Rivera', ['Rivera']],
  ['Dr Rivera called', ['Rivera']],
  ['Drs. Rivera and Okonkwo', ['Rivera', 'Okonkwo']],
  ['Mr. White', ['White']],
  ['Dr. J.', ['J']],
  ['Mrs. Anneliese Vandermolen-Okafor', ['Anneliese Vandermolen-Okafor']],
  ['Dr. L. Wang', ['L. Wang']],
  ['patient Quillfeather', ['Quillfeather']],
  ['Patient: Quillfeather, Marlowe', ['Quillfeather', 'Marlowe']],
  ['Patient Name: Bo Xyqt', ['Bo Xyqt']],
  ['Name: ANA RIVERA', ['ANA RIVERA']],
  ['her daughter Ana', ['Ana']],
  ['his wife, Joan,', ['Joan']],
  ['spoke with Ana Rivera', ['Ana Rivera']],
  ['a boy named Tommy R. with', ['Tommy R']],
  ['Rivera, Ana', ['Rivera', 'Ana']],
  ['Ana de la Cruz', ['Ana de la Cruz']],
  ['Xiomara Qwelt, MD', ['Xiomara Qwelt']],
  ['Signed: Jonah Baptiste RN', ['Jonah Baptiste']],
  ['Ordering MD: Gustaw Larsen', ['Gustaw Larsen']],
  ["Michael's mother", ['Michael']],
  ['a male, Mark White, with', ['Mark White']],
  ['My name is Ana', ['Ana']],
  ['Dear Ms. Qwelt,', ['Qwelt']],
  ["Seán O'Brien", ["Seán O'Brien"]],
  ['José García', ['José García']],
  ['with Dr. van der Berg', ['van der Berg']],
  ['This is Tomasz calling', ['Tomasz']],
  ['seen by dr. rivera', ['rivera']],
  ['name: ana rivera', ['ana rivera']],
  ['pt robert rivera is here', ['robert rivera']],
])('finds the people in: %s', (text, people) => {
  expect(recognized(name, text)).toEqual(people);
});

test.each([
  "Parkinson's disease",
  'Parkinson disease',
  'Crohn disease',
  "Crohn's flare and Foley catheter",
  'Hodgkin lymphoma',
  'Stevens-Johnson syndrome',
  'Guillain-Barre syndrome',
  'Murphy sign negative',
  'Babinski reflex',
  'Glasgow Coma Scale 15',
  'Bell palsy',
  'Lisinopril 10 mg daily',
  'Metformin and Aspirin',
  'Dr. was called',
  'the Dr. said',
  'Patient denies pain',
  'Patient Education',
  'History of Present Illness',
  'Known allergies to: Penicillin, Iodine',
  'Review of Systems: Negative',
  'Chest X-ray Normal',
  'English and Spanish spoken',
  'What are the ADA guidelines',
  'Will follow up',
  'May repeat',
  'CORONARY RISK FACTORS',
  'patient will return',
  'pt has ms symptoms',
  'dr visit in a week',
])('leaves alone: %s', (text) => {
  expect(recognized(name, text)).toEqual([]);
});

test('redacts a name found once everywhere, with each of its parts', () => {
  const note = 'Seen by Dr. Ana Rivera. Rivera reviewed the film; rivera agreed. Ana will call.';
  expect(recognized(name, note)).toEqual(['Ana Rivera', 'Rivera', 'rivera', 'Ana']);
});

test('redacts a name that is also a word only where it has a capital', () => {
  const note = 'Mr. Mark White is here. White called. The white count is normal.';
  expect(recognized(name, note)).toEqual(['Mark White', 'White']);
});
