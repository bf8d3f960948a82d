import { cuedValue } from './cued-value';

export const medicalRecordNumber = cuedValue({
  name: 'medical-record-number',
  category: 'MRN',
  cues: [
    'mrn',
    'mrns',
    'm\\.r\\.n\\.?',
    'mr #',
    'medical records?',
    'med rec',
    'medrec',
    'med record',
    'patient (?:id|identifier|identification)',
    'pt\\.? (?:id|#)',
    'chart (?:number|no\\.?|id|#)',
    'hospital (?:id|number|no\\.?|#)',
    'record (?:number|no\\.?|locator|id|#)',
    'emr (?:id|number|#)',
    'ehr (?:id|number|#)',
    'epic (?:id|mrn)',
    'empi',
    'nhc',
    'historia',
    'unit record',
  ],
  qualifiedCues: ['patient', 'chart', 'record', 'emr', 'ehr', 'unit'],
});
