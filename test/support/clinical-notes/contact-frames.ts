import { email, fax, ip, phone, spokenPhone, url } from './contacts';
import { photo } from './numbers';
import type { Frame } from './scene';
import { say } from './text';

/** Sentences with ways to reach somebody, and with traces that a person leaves in systems. */
export const CONTACT_FRAMES: readonly Frame[] = [
  ({ random: r }) => say`Phone: ${phone(r)}`,
  ({ random: r }) => say`Call ${phone(r)} with results.`,
  ({ random: r }) => say`Reachable at ${phone(r)} after 5 pm, cell ${phone(r)}.`,
  ({ random: r, relative }) => say`${relative.full()}, son, ${phone(r)}, wishes to be called.`,
  ({ random: r, clinician }) => say`Page Dr. ${clinician.family()} at ${phone(r)}.`,
  ({ random: r }) => say`you can call me back at ${spokenPhone(r)}`,
  ({ random: r }) => say`If no answer try ${phone(r)} (work).`,
  ({ random: r }) => say`Fax: ${fax(r)}`,
  ({ random: r }) => say`Please fax the results to ${fax(r)}.`,
  ({ random: r, facility: here }) => say`Faxed to ${here}, fax number ${fax(r)}.`,
  ({ random: r, patient }) => say`Email: ${email(r, patient)}`,
  ({ random: r, patient }) => say`She prefers messages to ${email(r, patient)}.`,
  ({ random: r, clinician }) => say`Send images to <${email(r, clinician)}>; thanks.`,
  ({ random: r, patient }) => say`Portal record at ${url(r, patient)}`,
  ({ random: r, patient }) => say`See ${url(r, patient)} for her glucose log.`,
  ({ random: r }) => say`Portal login from IP ${ip(r)} was blocked.`,
  ({ random: r }) => say`Video visit joined from ${ip(r)}.`,
  ({ random: r }) => say`Home monitor reports from IP address: ${ip(r)}`,
  ({ random: r, patient }) => say`Wound photo ${photo(r, patient.handle())} attached.`,
  ({ random: r, patient }) => say`See ${photo(r, patient.handle())} in the media tab.`,
  ({ random: r, patient }) => say`Uploaded face photograph: ${photo(r, patient.handle())}`,
];
