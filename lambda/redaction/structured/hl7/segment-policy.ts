/** How a field is redacted, by what its data type holds. */
export type FieldRule =
  | 'keep'
  | 'coded'
  | 'text'
  | 'date'
  | 'name'
  | 'person'
  | 'address'
  | 'place'
  | 'location'
  | 'organization'
  | 'phone'
  | 'id'
  | 'mrn'
  | 'account'
  | 'plan'
  | 'ssn'
  | 'license'
  | 'observation'
  | 'strict';

/**
 * Field -> rule, after HL7 v2.5.1; older and newer versions number these fields alike. A field or segment that is not listed
 * is `strict`: nobody says what it holds.
 */
const POLICY: Readonly<Record<string, string>> = {
  MSH: '3:organization 4:organization 5:organization 6:organization 7:date 8:id 9:keep 10:id 11:keep 12:keep 13:keep 15:keep 16:keep 17:keep 18:keep 19:coded 20:keep',
  FHS: '3:organization 4:organization 5:organization 6:organization 7:date 8:id 9:id 10:text 11:id 12:id',
  BHS: '3:organization 4:organization 5:organization 6:organization 7:date 8:id 9:id 10:text 11:id 12:id',
  BTS: '1:keep 2:text',
  FTS: '1:keep 2:text',
  EVN: '1:keep 2:date 3:date 4:coded 5:person 6:date 7:organization',
  MSA: '1:keep 2:id 3:text 4:keep 5:keep 6:coded',
  ERR: '1:keep 2:keep 3:coded 4:keep 5:coded 7:text 8:text',
  PID: '1:keep 2:mrn 3:id 4:id 5:name 6:name 7:date 8:keep 9:name 10:coded 11:address 12:place 13:phone 14:phone 15:coded 16:coded 17:coded 18:account 19:ssn 20:license 21:mrn 22:coded 23:place 24:keep 25:keep 26:coded 27:coded 28:coded 29:date 30:keep 31:keep 32:coded 33:date 34:organization 35:coded 36:coded 38:coded 39:coded 40:phone',
  PD1: '1:coded 2:coded 3:organization 4:person 5:coded 6:coded 7:coded 8:coded 9:keep 10:id 11:coded 12:keep 13:date 14:organization 15:coded 16:coded 17:date 18:date',
  NK1: '1:keep 2:name 3:coded 4:address 5:phone 6:phone 7:coded 8:date 9:date 10:text 11:coded 12:id 13:organization 14:coded 15:keep 16:date 17:coded 18:coded 19:coded 20:coded 21:coded 22:coded 23:keep 24:coded 25:coded 26:name 27:coded 28:coded 29:coded 30:name 31:phone 32:address 33:id 34:coded 35:coded 36:coded 37:ssn 38:place 39:coded 40:phone 41:phone',
  PV1: '1:keep 2:coded 3:location 4:coded 5:id 6:location 7:person 8:person 9:person 10:coded 11:location 12:coded 13:coded 14:coded 15:coded 16:coded 17:person 18:coded 19:account 20:coded 21:coded 22:coded 23:coded 24:coded 25:date 29:coded 30:date 34:coded 35:date 36:coded 37:location 38:coded 39:organization 40:coded 41:coded 42:location 43:location 44:date 45:date 50:id 51:keep 52:person',
  PV2: '1:location 2:coded 3:coded 4:coded 5:text 6:text 7:coded 8:date 9:date 10:keep 11:keep 12:text 13:person 14:date 15:keep 16:coded 17:date 18:coded 19:keep 20:keep 21:coded 22:keep 23:organization 24:coded 25:coded 26:date 27:coded 28:date 29:date 30:coded 31:coded 32:keep 33:date 34:keep 35:keep 36:keep 37:keep 38:coded 39:coded 40:coded 46:date 47:date 48:date',
  IN1: '1:keep 2:coded 3:organization 4:organization 5:address 6:name 7:phone 8:plan 9:organization 10:plan 11:organization 12:date 13:date 14:plan 15:coded 16:name 17:coded 18:date 19:address 20:coded 21:coded 22:keep 23:keep 24:date 25:keep 26:date 27:keep 28:plan 29:date 30:person 31:coded 32:coded 35:coded 36:plan 42:coded 43:keep 44:address 49:plan',
  IN2: '1:id 2:ssn 3:person 4:coded 5:coded 6:plan 7:name 8:plan 9:name 10:plan 11:coded 22:name 25:plan 26:plan 34:keep 40:name 49:name 50:name 52:name 53:phone 58:phone 61:plan 63:phone 64:phone 69:organization 70:organization 71:coded 72:coded',
  GT1: '1:keep 2:id 3:name 4:name 5:address 6:phone 7:phone 8:date 9:keep 10:coded 11:coded 12:ssn 13:date 14:date 15:keep 16:name 17:address 18:phone 19:id 20:coded 21:organization 22:keep 23:keep 24:date 25:keep 26:date 29:id 30:coded 33:coded 42:name 44:coded 45:name 46:phone 50:coded 51:organization 55:coded 56:name',
  ORC: '1:keep 2:id 3:id 4:id 5:keep 6:keep 9:date 10:person 11:person 12:person 13:location 14:phone 15:date 16:coded 17:organization 18:organization 19:person 20:coded 21:organization 22:address 23:phone 24:address 25:coded 26:coded 27:date 28:coded 29:coded',
  OBR: '1:keep 2:id 3:id 4:coded 5:keep 6:date 7:date 8:date 9:keep 10:person 11:keep 12:coded 13:text 14:date 15:coded 16:person 17:phone 18:id 19:id 20:id 21:id 22:date 24:keep 25:keep 26:coded 28:person 29:id 30:keep 31:coded 32:person 33:person 34:person 35:person 36:date 37:keep 38:coded 39:coded 43:coded 44:coded 45:coded 46:coded 47:coded 49:coded',
  OBX: '1:keep 2:keep 3:coded 4:text 5:observation 6:coded 7:text 8:keep 9:keep 10:keep 11:keep 12:date 13:text 14:date 15:organization 16:person 17:coded 18:id 19:date 23:organization 24:address 25:person',
  NTE: '1:keep 2:keep 3:text 4:coded 5:person 6:date 7:date',
  DG1: '1:keep 2:coded 3:coded 4:text 5:date 6:coded 15:keep 16:person 17:coded 18:keep 19:date',
  AL1: '1:keep 2:coded 3:coded 4:coded 5:text 6:date',
  IAM: '1:keep 2:coded 3:coded 4:coded 5:text 6:coded 7:id 8:text 9:coded 10:coded 11:date 13:date 14:person 18:person 20:date',
  PR1: '1:keep 2:coded 3:coded 4:text 5:date 6:coded 7:keep 8:person 9:coded 10:keep 11:person 12:person 13:coded 14:keep 15:coded 16:coded 19:id',
  RXA: '1:keep 2:keep 3:date 4:date 5:coded 6:keep 7:coded 8:coded 9:coded 10:person 11:location 12:text 13:keep 14:coded 15:id 16:date 17:coded 18:coded 19:coded 20:coded 21:coded 22:date',
  RXE: '2:coded 3:keep 4:keep 5:coded 6:coded 7:text 8:location 9:coded 10:keep 11:coded 12:keep 13:person 14:person 15:id 16:keep 17:keep 18:date 19:keep 21:text 22:text 23:keep 24:coded 25:keep 26:coded 27:coded',
  RXO: '1:coded 2:keep 3:keep 4:coded 5:coded 6:text 7:text 8:location 9:keep 10:coded 11:keep 12:coded 13:keep 14:person 15:person',
  RXR: '1:coded 2:coded 3:coded 4:coded',
  SPM: '1:keep 2:id 3:id 4:coded 5:coded 6:coded 7:coded 8:coded 9:coded 11:coded 12:keep 13:keep 14:text 17:date 18:date 19:date 20:keep 21:coded 22:coded 24:coded',
  TXA: '1:keep 2:coded 3:coded 4:date 5:person 6:date 7:date 8:date 9:person 10:person 11:person 12:id 13:id 14:id 15:id 16:id 17:keep 18:keep 19:keep 20:keep 21:text 22:person 23:person',
  ROL: '1:id 2:keep 3:coded 4:person 5:date 6:date 7:coded 8:coded 9:coded 10:coded 11:address 12:phone',
  TQ1: '1:keep 2:keep 3:coded 7:date 8:date 9:coded 10:text 11:text 12:keep',
};

const rules = new Map(
  Object.entries(POLICY).map(([segment, line]) => [
    segment,
    new Map(line.split(' ').map((entry) => entry.split(':') as [string, FieldRule])),
  ]),
);

export function ruleOf(segment: string, field: number): FieldRule {
  return rules.get(segment)?.get(String(field)) ?? 'strict';
}
