import { createDetector } from '../../../lambda/redaction/detector';
import { identifies } from '../../../lambda/redaction/identifying-name';

const detector = createDetector();

test.each([
  'Rivera_Ana_2024-03-04',
  'RiveraAna',
  'rivera-ana',
  'ana%20rivera',
  'ana+rivera',
  'quillfeather',
  'MRN445566',
  'scan 3-4-2024',
  'ssn_123-45-6789',
  '100%-rivera',
])('a file name identifies: %s', (name) => {
  expect(identifies(name, detector)).toBe(true);
});

test.each(['', 'report', 'discharge_summary', 'lab-results', '2024', 'discharge%2Dsummary', '%'])(
  'a file name does not identify: %j',
  (name) => {
    expect(identifies(name, detector)).toBe(false);
  },
);
