import {
  ANATOMY,
  BUGS_AND_GENES,
  CODES,
  DEVICES_BY_NAME,
  DRUGS,
  EPONYMS,
  HEADINGS,
  LABS,
  SCORES,
  SIGNS,
} from './drugs-and-findings';
import type { Frame } from './scene';
import { neutral, say } from './text';

/** Sentences without an identifier, full of what a careless pattern takes for one. */
export const PLAIN_FRAMES: readonly Frame[] = [
  ({ random: r }) => say`History of ${r.pick(EPONYMS)} and ${r.pick(EPONYMS)}.`,
  ({ random: r }) => say`${r.pick(SIGNS)} negative, ${r.pick(SIGNS)} positive.`,
  ({ random: r }) => say`${r.pick(DEVICES_BY_NAME)} in place, draining well.`,
  ({ random: r }) => say`Continue ${r.pick(DRUGS)} and ${r.pick(DRUGS)}.`,
  ({ random: r }) => say`Started on ${r.pick(DRUGS)}; hold ${r.pick(DRUGS)} while NPO.`,
  ({ random: r }) => say`Labs: ${r.pick(LABS)}; ${r.pick(LABS)}; ${r.pick(LABS)}.`,
  ({ random: r }) => say`${r.pick(SCORES)}, ${r.pick(SCORES)}.`,
  ({ random: r }) => say`Coded as ${r.pick(CODES)} and ${r.pick(CODES)}.`,
  ({ random: r }) => say`Cultures grew ${r.pick(BUGS_AND_GENES)}; sensitive to cefazolin.`,
  ({ random: r }) => say`Panel showed ${r.pick(BUGS_AND_GENES)}.`,
  ({ random: r }) => say`MRI shows a 1.${r.between(1, 9)} cm lesion near ${r.pick(ANATOMY)}.`,
  ({ random: r }) => say`Disc disease at ${r.pick(['L4-L5', 'C5-C6', 'T12'])}, no cord signal change.`,
  ({ random: r }) => say`\n${r.pick(HEADINGS)}:\n`,
  ({ random: r }) => say`\n${r.pick(HEADINGS)}\n- ${r.pick(DRUGS)}\n- ${r.pick(DRUGS)}\n`,
  ({ random: r }) =>
    say`BP 1${r.between(10, 48)}/${r.between(60, 94)}, HR ${r.between(58, 112)}, RR 16, SpO2 9${r.between(0, 9)}% on RA, T 37.${r.between(0, 9)}.`,
  ({ random: r }) => say`Pain ${r.between(1, 9)}/10, strength 5/5, pulses 2+, edema 1+.`,
  ({ random: r }) =>
    say`A ${neutral(String(r.between(19, 88)))}-year-old with dyspnea on exertion for ${r.between(2, 6)} weeks.`,
  ({ random: r }) => say`Vitals q4h, next check at 1${r.between(0, 9)}:30, then 22:00.`,
  ({ random: r }) =>
    say`Patient may ${r.pick(['resume diet', 'shower', 'march in place', 'bear weight'])} as tolerated.`,
  () => say`Will follow the may-use list; march through the taper slowly.`,
  () => say`Mark the site, grant access, and hope for early extubation.`,
  () => say`Skin is warm and dry, rose-coloured macules gone, no lily pad sign.`,
  () => say`Faith community supportive; joy in hobbies; drives a ford of stairs without rail.`,
  ({ random: r }) =>
    say`IV fluids at ${r.between(75, 150)} mL/h, urine output 0.${r.between(3, 9)} mL/kg/h, weight 7${r.between(0, 9)}.4 kg.`,
  () => say`No fever, chills, nausea or vomiting. Denies chest pain.`,
  () => say`Lungs clear to auscultation bilaterally. Abdomen soft, non-tender.`,
  ({ random: r }) =>
    say`Ejection fraction ${r.between(25, 65)}-${r.between(66, 70)}%, mitral valve area 1.8 cm2, gradient 4 mmHg.`,
  () => say`Ringer's lactate bolus 500 mL given, Trendelenburg tried without effect.`,
  () => say`Follow up in 2 to 3 weeks or sooner if symptoms return.`,
  () => say`Per ACC/AHA and KDIGO guidance, target below 130/80.`,
  ({ random: r }) =>
    say`Gravida ${r.between(1, 4)} para ${r.between(0, 3)}, ${r.between(28, 40)}w${r.between(0, 6)}d, fundal height ${r.between(28, 40)} cm.`,
  ({ random: r }) => say`Vision 20/${r.pick(['20', '40', '200'])} OD, 20/30 OS; Snellen chart at 20 feet.`,
  () => say`Gait steady, Tinetti normal. Alert and oriented x3.`,
  () => say`Nurse gave report to the ICU team; Charge aware; Pharmacy to dose.`,
  () => say`Epic smart phrase used. Read back and verified. Sepsis bundle met.`,
  () => say`Lithium level 0.8; Depakote stopped after rash; Haldol PRN.`,
  () => say`Apply Neosporin and an ACE wrap; crutches fitted; Aspen collar off.`,
  () => say`Tanner stage II. Bone age by Greulich and Pyle. Salter-Harris II fracture.`,
  ({ random: r }) =>
    say`Ratio 1:${r.between(20, 640)}, titer 1:160, ${r.between(2, 9)}/12 cores, ${r.between(1, 4)} of 17 nodes.`,
  () => say`Whipple procedure discussed; Roux-en-Y in the past; Nissen wrap intact.`,
];
