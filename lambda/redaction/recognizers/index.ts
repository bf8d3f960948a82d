import type { Recognizer } from '../recognizer';
import { accountNumber } from './account-number';
import { ageOver89 } from './age-over-89';
import { biometricIdentifier } from './biometric-identifier';
import { careSite } from './care-site';
import { date } from './date';
import { deviceIdentifier } from './device-identifier';
import { email } from './email';
import { facility } from './facility';
import { healthPlanNumber } from './health-plan-number';
import { internationalStreet } from './international-street';
import { ipAddress } from './ip-address';
import { licenseNumber } from './license-number';
import { lookAlikeToken } from './look-alike-token';
import { medicalRecordNumber } from './medical-record-number';
import { name, strictName } from './name';
import { otherIdentifier } from './other-identifier';
import { phone } from './phone';
import { photoFile } from './photo-file';
import { place } from './place';
import { socialSecurityNumber } from './social-security-number';
import { spokenNumber } from './spoken-number';
import { streetAddress } from './street-address';
import { unlabelledCode } from './unlabelled-code';
import { url } from './url';
import { vehicleIdentifier } from './vehicle-identifier';

export const RECOGNIZERS: readonly Recognizer[] = [
  name,
  streetAddress,
  internationalStreet,
  place,
  facility,
  careSite,
  date,
  ageOver89,
  phone,
  spokenNumber,
  email,
  url,
  ipAddress,
  socialSecurityNumber,
  medicalRecordNumber,
  healthPlanNumber,
  accountNumber,
  licenseNumber,
  vehicleIdentifier,
  deviceIdentifier,
  biometricIdentifier,
  photoFile,
  otherIdentifier,
  unlabelledCode,
  lookAlikeToken,
];

/** Those that rather take a word for a name than leave one. */
export const STRICT_RECOGNIZERS: readonly Recognizer[] = [
  strictName,
  ...RECOGNIZERS.filter((each) => each !== name),
];
