import { name } from '../../../../lambda/redaction/recognizers/name';
import { recognized } from '../../../support/recognized';

test.each([
  ['Dr. Rivera', ['Dr. Rivera']],
  ['Dr Rivera called', ['Dr Rivera']],
  ['Drs. Rivera and Okonkwo', ['Drs. Rivera', 'Okonkwo']],
  ['Mr. White', ['Mr. White']],
  ['Dr. J.', ['Dr. J']],
  ['Mrs. Anneliese Vandermolen-Okafor', ['Mrs. Anneliese Vandermolen-Okafor']],
  ['Dr. L. Wang', ['Dr. L. Wang']],
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
  ['Xiomara Qwelt, MD', ['Xiomara Qwelt, MD']],
  ['Signed: Jonah Baptiste RN', ['Jonah Baptiste RN']],
  ['Ordering MD: Gustaw Larsen', ['Gustaw Larsen']],
  ["Michael's mother", ['Michael']],
  ['a male, Mark White, with', ['Mark White']],
  ['My name is Ana', ['Ana']],
  ['Dear Ms. Qwelt,', ['Ms. Qwelt']],
  ["Seán O'Brien", ["Seán O'Brien"]],
  ['José García', ['José García']],
  ['with Dr. van der Berg', ['Dr. van der Berg']],
  ['This is Tomasz calling', ['Tomasz']],
  ['seen by dr. rivera', ['rivera']],
  ['my name is oyelaran bazhenova', ['oyelaran bazhenova']],
  ['she said pamela will call', ['pamela']],
  ['with Oyelaran Bazhenova today', ['Oyelaran Bazhenova']],
  ['Bazhenova agreed', ['Bazhenova']],
  ['Rivera and White agreed', ['Rivera', 'White']],
  ['told Mark the results', ['Mark']],
  ['Patient: West, Kai', ['West', 'Kai']],
  ['seen by Zaynab al-Ralidi', ['Zaynab al-Ralidi']],
  ['Kirsi Ranta-aho, seen', ['Kirsi Ranta-aho']],
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
  'near the circle of Willis',
  'Hickman line in place',
  'Salter-Harris II fracture',
  'Mark the site',
  'okay so, Mark the site',
  'Doctor: Vision is fine',
  'Doctor: Ratio 1:350',
  'factor V Leiden',
  'Okafor reflex present',
  'Qwelt syndrome',
  'Afebrile overnight',
  'Noncontributory',
  'A CyberStim device',
  "I'm tired",
  'moved to France',
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
  expect(recognized(name, note)).toEqual(['Dr. Ana Rivera', 'Rivera', 'rivera', 'Ana']);
});

test('redacts a name that is also a word only where it has a capital', () => {
  const note = 'Mr. Mark White is here. White called. The white count is normal.';
  expect(recognized(name, note)).toEqual(['Mr. Mark White', 'White']);
});
