/** An identifier that Bedrock has no type for. */
export interface IdentifierPattern {
  /** 1 to 100 characters; stands in the text in place of what was masked. */
  readonly name: string;
  /** 1 to 1,000 characters. */
  readonly description: string;
  /** 1 to 500 characters, without look-around, back references and inline flags. */
  readonly pattern: string;
}

/** Which engine Bedrock uses, and so whether it knows `(?i)`, is documented nowhere: case is spelled out. */
function anyCase(words: string): string {
  return words.replaceAll(/[a-z]/gu, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

function oneOf(...words: readonly string[]): string {
  return `(?:${words.map(anyCase).join('|')})`;
}

const NUMBER = String.raw`(?:${anyCase('number')}|${anyCase('no')}\.?)`;
const PLAN_HOLDER = ['member', 'policy', 'beneficiary', 'subscriber', 'medicare', 'medicaid'];
const SEPARATOR = String.raw`\s*[:#]?\s*`;
/** A number of at least four characters, behind three letters at most: a word after the label is none. */
const CODE = String.raw`[A-Za-z-]{0,3}\d[A-Za-z0-9-]{3,16}\b`;
const DATE = String.raw`\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b`;

/**
 * Identifiers of 45 CFR 164.514(b)(2)(i) that Bedrock has no type for, after the labels that notes give them; what has no
 * label is left to redaction. Fax numbers are telephone numbers to Bedrock; biometric identifiers and photographs are no text.
 */
export const IDENTIFIER_PATTERNS: readonly IdentifierPattern[] = [
  {
    name: 'medical-record-number',
    description: 'Medical record number after its label',
    pattern: String.raw`\b(?:${anyCase('mrn')}|(?:${anyCase('medical record')}|${anyCase('chart')}) ${NUMBER})${SEPARATOR}[A-Za-z0-9-]{5,15}\b`,
  },
  {
    name: 'health-plan-number',
    description: 'Health plan beneficiary number after its label',
    pattern: String.raw`\b${oneOf(...PLAN_HOLDER)}\s*(?:${anyCase('id')}|${NUMBER})${SEPARATOR}[A-Za-z0-9-]{6,15}\b`,
  },
  {
    name: 'date-of-birth',
    description: 'Date of birth after its label',
    pattern: String.raw`\b(?:${anyCase('dob')}|${anyCase('date of birth')}|${anyCase('born')}(?: ${anyCase('on')})?)${SEPARATOR}${DATE}`,
  },
  {
    name: 'date-of-care',
    description: 'Date of admission, discharge, service, visit or death after its label',
    pattern: String.raw`\b(?:${anyCase('dos')}|${anyCase('dod')}|(?:${anyCase('date of ')})?${oneOf('admission', 'admitted', 'discharged?', 'service', 'visit', 'seen', 'death', 'died')}(?: ${oneOf('date', 'on')})?)${SEPARATOR}${DATE}`,
  },
  {
    name: 'account-number',
    description: 'Account number after its label',
    pattern: String.raw`\b(?:${anyCase('acct')}\.?|${oneOf('account', 'invoice', 'guarantor')})(?:\s*(?:${anyCase('id')}|${NUMBER}))?${SEPARATOR}${CODE}`,
  },
  {
    name: 'license-number',
    description: 'Certificate or license number after its label, DEA and NPI numbers included',
    pattern: String.raw`\b(?:${oneOf('dea', 'npi')}|${oneOf('license', 'licence', 'certificate', 'certification', 'registration')}\s*(?:${anyCase('id')}|${NUMBER}|#))(?:\s*(?:${anyCase('id')}|${NUMBER}))?${SEPARATOR}${CODE}`,
  },
  {
    name: 'device-number',
    description: 'Device identifier or serial number after its label',
    pattern: String.raw`\b(?:${oneOf('udi', 's/n')}|${oneOf('serial', 'device', 'implant')}\s*(?:${anyCase('id')}|${NUMBER}|#))${SEPARATOR}[A-Za-z-]{0,3}\d[A-Za-z0-9-]{3,24}\b`,
  },
  {
    name: 'case-number',
    description: 'Number of a case, an encounter, an order, a specimen or a claim after its label',
    pattern: String.raw`\b(?:${oneOf('csn', 'fin')}|${oneOf('encounter', 'accession', 'specimen', 'order', 'case', 'claim', 'study')}\s*(?:${anyCase('id')}|${NUMBER}|#))${SEPARATOR}${CODE}`,
  },
];
