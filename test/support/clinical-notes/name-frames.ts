import { dayOf } from './dates';
import { town } from './places';
import type { Frame } from './scene';
import { neutral, say } from './text';

/** Sentences that name people: patients, kin and those who care for them. */
export const NAME_FRAMES: readonly Frame[] = [
  ({ patient }) => say`${patient.full()} was seen today and is doing better.`,
  ({ patient, random: r }) =>
    say`Mr. ${patient.family()} is a ${neutral(String(r.between(40, 88)))}-year-old man with diabetes.`,
  ({ patient }) => say`Ms. ${patient.family()} denies chest pain.`,
  ({ patient }) => say`Mrs. ${patient.family()}'s blood pressure has been well controlled.`,
  ({ patient }) => say`Patient: ${patient.familyFirst()}`,
  ({ patient }) => say`PATIENT NAME: ${patient.capitals()}`,
  ({ patient }) => say`Name: ${patient.overTwoLines()}\n`,
  ({ patient, relative }) => say`${patient.given()}'s daughter ${relative.given()} asks about the diet.`,
  ({ patient, relative }) => say`Spoke with ${patient.given()}'s husband, ${relative.full()}, by telephone.`,
  ({ relative }) => say`Mother (${relative.full()}) at bedside, updated on the plan.`,
  ({ relative }) => say`Emergency contact: ${relative.full()} (brother).`,
  ({ relative }) => say`Next of kin ${relative.shortened()} consents to the procedure.`,
  ({ clinician }) => say`Discussed with Dr. ${clinician.family()}, who agrees.`,
  ({ clinician }) => say`Referred to Dr. ${clinician.full()} for a second opinion.`,
  ({ clinician }) => say`Electronically signed by ${clinician.withMiddle()}, MD`,
  ({ clinician }) => say`${clinician.full()}, NP, will see the patient tomorrow.`,
  ({ clinician, nurse }) => say`Handoff from ${nurse.full()} RN to ${clinician.given()} at bedside.`,
  ({ nurse }) => say`Nurse ${nurse.family()} placed the line without difficulty.`,
  ({ nurse }) => say`Witnessed by ${nurse.shortened()}, RN.`,
  ({ clinician }) => say`PCP: ${clinician.full()}`,
  ({ clinician }) => say`Attending: ${clinician.capitals()}, MD`,
  ({ clinician }) => say`cc: ${clinician.full()}, DO`,
  ({ clinician, random: r }) => say`Seen by Dr ${clinician.family()} on ${dayOf(r)} in clinic.`,
  ({ patient, random: r }) => say`${patient.full()} lives in ${town(r)} and works nights.`,
  ({ patient }) => say`Dear ${patient.given()},`,
  ({ patient, clinician }) => say`Thank you for seeing ${patient.full()}. Kind regards, ${clinician.full()}`,
  ({ patient }) => say`We reviewed ${patient.family()}, ${patient.given()} in tumor board.`,
  ({ patient, nurse }) => say`${nurse.given()} said ${patient.given()} slept through the night.`,
  ({ patient }) => say`i saw ${patient.small()} in room 4, still wheezy`,
  ({ relative }) => say`pt's wife ${relative.given()} states he fell twice.`,
  ({ patient }) => say`okay this is ${patient.small()}, she is post-op day two`,
  ({ patient }) => say`thanks so much, ${patient.smallGiven()}`,
  ({ relative, patient }) => say`${relative.given()} and ${patient.given()} were both present for teaching.`,
  ({ clinician, nurse }) => say`Team: ${clinician.indexed()}, ${nurse.indexed()}.`,
  ({ patient }) => say`RE: ${patient.capitals()}`,
  ({ patient }) => say`Spoke to ${patient.family()} again; he declines the statin.`,
  ({ patient, clinician }) => say`${patient.withMiddle()} was referred by ${clinician.full()}.`,
  ({ nurse }) => say`Interpreter ${nurse.full()} assisted throughout.`,
  ({ clinician }) => say`Per ${clinician.family()}'s note, no further imaging.`,
  ({ relative }) => say`HCP is his niece ${relative.full()}.`,
];
