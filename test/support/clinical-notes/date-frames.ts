import { birthDate, date, dayOf, monthOf, timestamp } from './dates';
import { earlyBirthYear, greatAge, greatAgeInWords } from './numbers';
import type { Frame } from './scene';
import { say } from './text';

/** Sentences with dates, and with ages that Safe Harbor hides. */
export const DATE_FRAMES: readonly Frame[] = [
  ({ random: r }) => say`DOB: ${birthDate(r)}`,
  ({ random: r }) => say`Date of birth ${birthDate(r)}.`,
  ({ random: r }) => say`Born ${birthDate(r)}, delivered at term.`,
  ({ random: r }) => say`Admitted ${date(r)}, discharged ${date(r)}.`,
  ({ random: r }) => say`Admission date: ${date(r)}\nDischarge date: ${date(r)}`,
  ({ random: r }) => say`Last seen on ${dayOf(r)}; symptoms began on ${dayOf(r)}.`,
  ({ random: r }) => say`CT on ${dayOf(r)} was unremarkable.`,
  ({ random: r }) => say`Colonoscopy in ${monthOf(r)} was normal.`,
  ({ random: r }) => say`On dialysis since ${monthOf(r)}.`,
  ({ random: r }) => say`Next appointment: ${date(r)} at 10:30.`,
  ({ random: r }) => say`Collected ${timestamp(r)}, resulted ${timestamp(r)}.`,
  ({ random: r }) => say`Treated from ${date(r)} to ${date(r)}.`,
  ({ random: r }) => say`Tetanus booster (${date(r)}) documented.`,
  ({ random: r }) => say`Vaccinated ${date(r)}. Surgery is planned for ${date(r)}.`,
  ({ random: r }) => say`${greatAge(r)}-year-old woman with hip fracture.`,
  ({ random: r }) => say`Patient is ${greatAge(r)} years old and lives alone.`,
  ({ random: r }) => say`Age: ${greatAge(r)}`,
  ({ random: r }) => say`He turned ${greatAge(r)} last week and still gardens.`,
  ({ random: r }) => say`${greatAge(r)} y/o male, nursing home resident.`,
  ({ random: r }) => say`A ${greatAgeInWords(r)}-year-old former teacher with falls.`,
  ({ random: r }) => say`Aged ${greatAge(r)}, frail, full code.`,
  ({ random: r }) => say`Symptoms since ${monthOf(r)}, worse after ${dayOf(r)}.`,
  ({ random: r }) => say`Sutures out ${dayOf(r)}.`,
  ({ random: r }) => say`Labs ${date(r)} and ${date(r)} reviewed.`,
  ({ random: r }) => say`${greatAge(r)}F with aspiration, do not intubate.`,
  ({ random: r }) => say`His mother died at ${greatAge(r)} of stroke.`,
  ({ random: r }) => say`Born in ${earlyBirthYear(r)}, widowed, oriented to person only.`,
];
