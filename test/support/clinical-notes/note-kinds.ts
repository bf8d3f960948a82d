import { birthDate, date, dayOf, timestamp } from './dates';
import { email, fax, phone } from './contacts';
import { DRUGS, EPONYMS, LABS, SCORES } from './drugs-and-findings';
import { numberOf } from './numbers';
import { address } from './places';
import type { Frame, Scene } from './scene';
import { neutral, say, type Text } from './text';

/** How a kind of document opens and closes, with identifiers and without, and what stands between its sentences. */
export interface NoteKind {
  readonly name: string;
  readonly between: string;
  readonly opening: Frame;
  readonly closing: Frame;
  readonly plainOpening: Frame;
  readonly plainClosing: Frame;
}

const letterhead = ({ facility, random: r }: Scene): Text =>
  say`${facility}\n${address(r)}\nTel: ${phone(r)}  Fax: ${fax(r)}\n\n`;

const age = ({ random: r }: Scene): Text => [neutral(String(r.between(19, 88)))];

export const NOTE_KINDS: readonly NoteKind[] = [
  {
    name: 'progress-note',
    between: ' ',
    opening: (s) =>
      say`PROGRESS NOTE\nPatient: ${s.patient.familyFirst()}  MRN: ${numberOf('MRN', s.random)}  DOB: ${birthDate(s.random)}\nDate of service: ${date(s.random)}\n\nSubjective: `,
    closing: (s) => say`\n\nSigned: ${s.clinician.withMiddle()}, MD, ${timestamp(s.random)}\n`,
    plainOpening: (s) => say`PROGRESS NOTE\nSubjective: ${age(s)}-year-old with ${s.random.pick(EPONYMS)}. `,
    plainClosing: () => say`\n\nPlan: continue, recheck labs in the morning.\n`,
  },
  {
    name: 'discharge-summary',
    between: '\n',
    opening: (s) =>
      say`${letterhead(s)}DISCHARGE SUMMARY\nName: ${s.patient.full()}\nAdmitted: ${date(s.random)}\nDischarged: ${date(s.random)}\nAttending Physician: ${s.clinician.full()}, MD\n\n`,
    closing: (s) => say`\nFollow-up: Dr. ${s.clinician.family()} on ${dayOf(s.random)}.\n`,
    plainOpening: () => say`DISCHARGE SUMMARY\nCondition at discharge: stable\nDiet: cardiac\n\n`,
    plainClosing: () => say`\nReturn for fever above 38.3 C.\n`,
  },
  {
    name: 'clinician-prompt',
    between: ' ',
    opening: (s) => say`My patient ${s.patient.full()}, ${age(s)} years old, seen on ${dayOf(s.random)}: `,
    closing: () => say` What would you adjust first?`,
    plainOpening: (s) => say`What is the evidence for ${s.random.pick(DRUGS)} in ${s.random.pick(EPONYMS)}? `,
    plainClosing: (s) => say` How does ${s.random.pick(SCORES)} change management?`,
  },
  {
    name: 'spoken-handoff',
    between: ' okay so, ',
    opening: (s) =>
      say`alright next up is bed twelve, this is ${s.patient.given()}, ${s.patient.full()}, came in ${dayOf(s.random)}, `,
    closing: (s) =>
      say` that's it, ${s.relative.given()} is the mom and she has my number ${phone(s.random)}.`,
    plainOpening: (s) => say`alright next up is bed twelve, ${age(s)} year old, `,
    plainClosing: () => say` that's it, no overnight events, call me if the sats drop.`,
  },
  {
    name: 'referral-letter',
    between: ' ',
    opening: (s) =>
      say`${letterhead(s)}${date(s.random)}\n\nDear Dr. ${s.clinician.family()},\n\nRE: ${s.patient.full()}, DOB ${birthDate(s.random)}\n\n`,
    closing: (s) => say`\n\nSincerely,\n${s.nurse.withMiddle()}, MD\n`,
    plainOpening: () => say`Dear colleague,\n\nThank you for this referral. `,
    plainClosing: () => say`\n\nWith kind regards\n`,
  },
  {
    name: 'portal-message',
    between: ' ',
    opening: (s) => say`Hi Dr. ${s.clinician.family()}, this is ${s.patient.full()}. `,
    closing: (s) => say` You can write me at ${email(s.random, s.patient)}. Thanks, ${s.patient.given()}`,
    plainOpening: () => say`Hello, I have a question about my medicine. `,
    plainClosing: () => say` Thank you so much!`,
  },
  {
    name: 'lab-form',
    between: '\n',
    opening: (s) =>
      say`LABORATORY REPORT\nPATIENT: ${s.patient.capitals()}\nDOB: ${birthDate(s.random)}\tAccession: ${numberOf('OTHER_ID', s.random)}\nOrdering provider: ${s.clinician.shortened()}\nCollected: ${timestamp(s.random)}\n`,
    closing: (s) => say`\nReported by ${s.nurse.full()}, MLS\n`,
    plainOpening: (s) =>
      say`LABORATORY REPORT\nTest\tResult\tRange\n${s.random.pick(LABS)}\n${s.random.pick(LABS)}\n`,
    plainClosing: () => say`\nEnd of report. H = high, L = low.\n`,
  },
  {
    name: 'billing-form',
    between: '\n',
    opening: (s) =>
      say`STATEMENT\nGuarantor: ${s.relative.familyFirst()}\nPatient: ${s.patient.familyFirst()}\n${address(s.random)}\nAccount: ${numberOf('ACCOUNT', s.random)}\nSubscriber ID: ${numberOf('HEALTH_PLAN', s.random)}\nSSN: ${numberOf('SSN', s.random)}\n`,
    closing: (s) => say`\nQuestions? Call ${phone(s.random)}.\n`,
    plainOpening: () => say`CODING WORKSHEET\nCPT 99213  $142.00\nCPT 36415  $12.50\nModifier 25\n`,
    plainClosing: () => say`\nTotal charges $1,284.00; adjustment $310.25.\n`,
  },
  {
    name: 'nursing-note',
    between: '\n',
    opening: (s) =>
      say`07:15 Report received from ${s.nurse.full()}, RN. Pt ${s.patient.shortened()} resting.\n`,
    closing: (s) => say`\n19:05 Care handed over to ${s.relative.full()}, RN\n`,
    plainOpening: () => say`07:15 Report received from night shift. Pt resting.\n`,
    plainClosing: () => say`\n19:05 Care handed over.\n`,
  },
  {
    name: 'transcript',
    between: '\nDoctor: ',
    opening: (s) =>
      say`Doctor: Good morning, ${s.patient.given()}. I'm Dr. ${s.clinician.family()}.\nPatient: Hi doctor.\nDoctor: `,
    closing: (s) => say`\nPatient: Thank you, Dr. ${s.clinician.family()}.\n`,
    plainOpening: () => say`Doctor: Good morning. What brings you in?\nPatient: My back.\nDoctor: `,
    plainClosing: () => say`\nPatient: Okay, thank you.\n`,
  },
];
