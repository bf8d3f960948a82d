import type { Recognizer } from '../../../../lambda/redaction/recognizer';
import { accountNumber } from '../../../../lambda/redaction/recognizers/account-number';
import { biometricIdentifier } from '../../../../lambda/redaction/recognizers/biometric-identifier';
import { deviceIdentifier } from '../../../../lambda/redaction/recognizers/device-identifier';
import { healthPlanNumber } from '../../../../lambda/redaction/recognizers/health-plan-number';
import { licenseNumber } from '../../../../lambda/redaction/recognizers/license-number';
import { medicalRecordNumber } from '../../../../lambda/redaction/recognizers/medical-record-number';
import { otherIdentifier } from '../../../../lambda/redaction/recognizers/other-identifier';
import { vehicleIdentifier } from '../../../../lambda/redaction/recognizers/vehicle-identifier';
import { recognized } from '../../../support/recognized';

const FOUND: readonly (readonly [Recognizer, string, string])[] = [
  [medicalRecordNumber, 'MRN 445566', '445566'],
  [medicalRecordNumber, 'MRN: A-4455-66', 'A-4455-66'],
  [medicalRecordNumber, 'MRN#445566', '445566'],
  [medicalRecordNumber, '(MRN: #SMH12345)', 'SMH12345'],
  [medicalRecordNumber, 'M.R.N. 445566', '445566'],
  [medicalRecordNumber, 'medical record number is 445566', '445566'],
  [medicalRecordNumber, 'Patient ID: PT-00451', 'PT-00451'],
  [medicalRecordNumber, 'chart #7781', '7781'],
  [medicalRecordNumber, 'MRN on file is 445566', '445566'],
  [medicalRecordNumber, 'mrn=445566', '445566'],
  [healthPlanNumber, 'Member ID: XQ1200457', 'XQ1200457'],
  [healthPlanNumber, 'Medicare 1EG4-TE5-MK73', '1EG4-TE5-MK73'],
  [healthPlanNumber, 'policy number ABC-778812', 'ABC-778812'],
  [healthPlanNumber, 'Group #: 77881', '77881'],
  [healthPlanNumber, 'health plan beneficiary number 99887766', '99887766'],
  [accountNumber, 'Account: 8812-4471', '8812-4471'],
  [accountNumber, 'acct no. 88124471', '88124471'],
  [accountNumber, 'credit card 4111 1111 1111 1111', '4111 1111 1111 1111'],
  [accountNumber, 'invoice #INV-20417', 'INV-20417'],
  [licenseNumber, "driver's license D123-4567-8901", 'D123-4567-8901'],
  [licenseNumber, 'NPI: 1234567893', '1234567893'],
  [licenseNumber, 'DEA AB1234563', 'AB1234563'],
  [licenseNumber, 'License No. MD623387', 'MD623387'],
  [vehicleIdentifier, 'VIN 1HGCM82633A004352', '1HGCM82633A004352'],
  [vehicleIdentifier, 'hit by 1HGCM82633A004353 today', '1HGCM82633A004353'],
  [vehicleIdentifier, 'license plate 7ABC123', '7ABC123'],
  [deviceIdentifier, 'serial number SN-99-1200', 'SN-99-1200'],
  [deviceIdentifier, 'pacemaker serial: PJN204417H', 'PJN204417H'],
  [deviceIdentifier, 'S/N 8841-22', '8841-22'],
  [
    deviceIdentifier,
    'UDI (01)00844588003288(17)141120(10)7654321D',
    '(01)00844588003288(17)141120(10)7654321D',
  ],
  [deviceIdentifier, 'from 00:1B:44:11:3A:B7', '00:1B:44:11:3A:B7'],
  [biometricIdentifier, 'fingerprint ID FP-88120', 'FP-88120'],
  [biometricIdentifier, 'voiceprint: VP88120', 'VP88120'],
  [otherIdentifier, 'encounter 8812447', '8812447'],
  [otherIdentifier, 'Accession #: S24-10442', 'S24-10442'],
  [otherIdentifier, 'employee ID 55120', '55120'],
  [otherIdentifier, 'study ID: TRX-0042', 'TRX-0042'],
];

test.each(FOUND.map(([recognizer, text, value]) => [recognizer.name, text, value, recognizer] as const))(
  '%s finds the value in: %s',
  (_, text, value, recognizer) => {
    expect(recognized(recognizer, text)).toEqual([value]);
  },
);

const NEAR_MISSES: readonly (readonly [Recognizer, string])[] = [
  [medicalRecordNumber, 'MRN pending'],
  [medicalRecordNumber, 'medical records were reviewed in 2023'],
  [medicalRecordNumber, 'patient is 65 years old'],
  [medicalRecordNumber, 'chart reviewed, 12 pages'],
  [medicalRecordNumber, 'patient: 500 mg daily'],
  [healthPlanNumber, 'Medicare part B'],
  [healthPlanNumber, 'plan: start 20 mg daily'],
  [healthPlanNumber, 'group therapy twice'],
  [healthPlanNumber, 'Medicare 2024 rules'],
  [accountNumber, 'takes into account 3 factors'],
  [licenseNumber, 'licensed in 2019'],
  [licenseNumber, 'certificate of need'],
  [vehicleIdentifier, 'motor vehicle accident in 2021'],
  [vehicleIdentifier, 'ABCDEFGHJKLMNPRST'],
  [deviceIdentifier, 'serial troponins 3 times'],
  [deviceIdentifier, 'pump at 10 ml/hr'],
  [deviceIdentifier, 'at 10:30:15 today'],
  [biometricIdentifier, 'fingerprint taken'],
  [otherIdentifier, 'in order to 100 percent'],
  [otherIdentifier, 'in this case 12 of them'],
  [otherIdentifier, 'study of 4500 patients'],
];

test.each(NEAR_MISSES.map(([recognizer, text]) => [recognizer.name, text, recognizer] as const))(
  '%s leaves alone: %s',
  (_, text, recognizer) => {
    expect(recognized(recognizer, text)).toEqual([]);
  },
);
