import { unlabelledCode } from '../../../../lambda/redaction/recognizers/unlabelled-code';
import { recognized } from '../../../support/recognized';

test.each([
  ['U8107776', 'U8107776'],
  ['see 8107776.', '8107776'],
  ['SPEC585978', 'SPEC585978'],
  ['RPT-541367-A', 'RPT-541367-A'],
  ['4111-1111-1111-1111', '4111-1111-1111-1111'],
  ['A1B2C3D4', 'A1B2C3D4'],
  ['060-97-24', '060-97-24'],
  ['00-39-86-49', '00-39-86-49'],
  ['6581906076-01', '6581906076-01'],
  ['20562144C', '20562144C'],
  ['tag 8GKF435', '8GKF435'],
  ['S27-93384', 'S27-93384'],
  ['6f1c3a52-9d0e-4b7a-8c11-0a2b3c4d5e6f', '6f1c3a52-9d0e-4b7a-8c11-0a2b3c4d5e6f'],
])('finds the code in: %s', (text, found) => {
  expect(recognized(unlabelledCode, text)).toEqual([found]);
});

test.each([
  'platelets 353362 /uL',
  'WBC 12500',
  'COVID-19',
  'SARS-CoV-2',
  'CHA2DS2-VASc 3',
  'NCT01234567',
  'CPT 992130',
  'ICD-10 E11.65',
  'HLA-B27',
  'NDC 00093714656',
  '$250000',
  '100000 units',
  'T4-T5',
  'L5-S1',
  'FEV1 80%',
  'SNOMED CT 44054006',
  'doses 5-10-15',
  '5HT2A',
  '1234567.89',
])('leaves alone: %s', (text) => {
  expect(recognized(unlabelledCode, text)).toEqual([]);
});
