import { dayOf, monthOf } from './dates';
import { address, facility, street, town, townLine } from './places';
import type { Frame } from './scene';
import { say } from './text';

/** Sentences with places below a state, and the dates that go with them. */
export const PLACE_FRAMES: readonly Frame[] = [
  ({ random: r }) => say`Address: ${address(r)}`,
  ({ random: r }) => say`Home address ${address(r)}.`,
  ({ random: r }) => say`She lives at ${street(r)} with her sister.`,
  ({ random: r }) => say`Resides at ${street(r)}, ${townLine(r)}.`,
  ({ random: r }) => say`Recently moved here from ${town(r)}.`,
  ({ random: r }) => say`Patient is from ${townLine(r)}.`,
  ({ random: r }) => say`Visiting family in ${town(r)} this week.`,
  ({ random: r }) => say`Her ${town(r)} pharmacy has no stock.`,
  ({ random: r }) => say`Drove in from ${town(r)} for this visit.`,
  ({ random: r }) => say`Found down outside ${street(r)}.`,
  ({ random: r }) => say`Works at a mill in ${town(r)}.`,
  ({ facility: here, random: r }) => say`Admitted to ${here} on ${dayOf(r)}.`,
  ({ facility: here }) => say`Transferred from ${here} for a higher level of care.`,
  ({ facility: here }) => say`Records requested from ${here}.`,
  ({ random: r }) => say`Discharged to ${facility(r)} for rehabilitation.`,
  ({ random: r }) => say`Had surgery at ${facility(r)} in ${monthOf(r)}.`,
  ({ facility: here, random: r }) => say`${here}\n${address(r)}`,
  ({ random: r }) => say`Mail the letter to ${address(r)}`,
];
