import { DIGIT, kindAt } from '../letters';
import type { Reading, Word } from '../reading';
import { endOfMatch, type Recognizer } from '../recognizer';
import { endWithCity, isTown } from './towns';

const TITLE_LIKE = new Set(['dr', 'drs', 'mr', 'mrs', 'ms', 'hm', 'pcp', 'ob', 'gyn']);

// "seen at Lakeview on …": a word of care, then where. The place needs no word that says what it is.
const CARE_WORDS = (
  'seen treated admitted readmitted evaluated hospitalized operated transferred discharged referred followed visited visit visits case ' +
  'care surgery presented presenting presents attends? attended attending works? worked diagnosed enrolled checked scheduled receiving ' +
  'stay appointment appt assessed reviewed biopsy transplant replacement underwent performed consulted consult came born delivered ' +
  'procedure chemo therapy sees practices based clinic f/u follow-up pcp located done rounded managed monitored labs imaging mri ' +
  'scan rehab residency physician doctor surgeon specialist cardiologist oncologist team records? notes?'
).replaceAll(' ', '|');
// up to 34 signs between them; a full stop only after an initial or a title
const BETWEEN = String.raw`(?:[^.;:\n\0]|(?<=\b(?:[A-Z]|Dr|Mr|Mrs|Ms|St))\.){0,34}?`;
const CARE = new RegExp(
  String.raw`\b(?:${CARE_WORDS})\b${BETWEEN}\b(?:at|to|from|by|visited|@)[ ](?:the[ ]|our[ ])?$`,
  'i',
);
// "are at Brianbury": whatever has a capital after a bare "at" is a place
const AT = /[\w.)][ ]at[ ](?:the[ ])?$/;
const VISIT = /\bvisit(?:ed|ing|s)?[ ](?:the[ ]|our[ ])?$/i;
const SITE_LEADS = new Set('at to from by visited visit visits visiting the our his her their'.split(' '));
const OWNERS = new Set(['our', 'the', 'his', 'her', 'their']);
// clinical words that are part of a house's name
const SITE_WORDS = new Set(
  'medical med hospital center clinic health group general nursing home north south east west'.split(' '),
);
const LONGEST_CARE = 60;
const SITE_HEAD =
  /[ ](?:\w{2,14}[ ])?(?:clinic|office|hospital|campus|branch|facility|practice|medical center|med center|hosp|er)\b/iy;
const SITE_END =
  /(?:[,.?;)"!]|[ ]?[-(]|[ ](?:on|in|for|by|after|and|with|where|since|last|from|today|yesterday|recently|this|about|has|have|is|was|who|to|as|regarding|due|because|before|during|until|via|using|under|but|s\/p|\d)(?![A-Za-z\u00c0-\u024f])|\n|[ ]?$)/y;
const CITY_CUE = new Set(
  'in from to near at our the of outside around via visiting and downtown through leaving'.split(' '),
);
// "NSTEMI": no town begins like that
const SHOUTED_CUE = new Set(['in', 'from', 'to', 'near', 'at']);
const CONSONANTS = /^(?!sch|str|spr|scr|spl|thr|chr|shr|phr)[bcdfghjklmnpqrstvwxz]{3}/;
const MOST_WORDS = 5;
// Wards and services: places inside a house that name no place
const WARDS = new Set(
  'gi gu icu micu sicu ccu cvicu nicu picu er ed or pacu l&d snf ltac hospice telemetry stepdown inpatient outpatient oncology cardiology'.split(
    ' ',
  ),
);

export const careSite: Recognizer = {
  name: 'care-site',
  category: 'GEO',
  atCapitals(reading, at, found) {
    if ((reading.words[at]?.start ?? 0) < found.covered) return;
    const site = siteAt(reading, at) ?? cityAt(reading, at);
    if (site) found.add(site.start, site.end, site.score);
  },
};

interface Site {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

function siteAt({ text, words }: Reading, at: number): Site | undefined {
  const word = words[at];
  if (word === undefined || text[word.start - 1] !== ' ' || !mayBeSite(word)) return undefined;
  if (kindAt(text, word.end) === DIGIT) return undefined; // "CO2"
  const lead = words[at - 1]?.lower ?? '';
  if (!SITE_LEADS.has(lead) && text[word.start - 2] !== '@') return undefined;
  const nameEnd = siteNameEnd(text, words, at);
  const end = Math.max(nameEnd, endOfMatch(SITE_HEAD, text, nameEnd));
  const abbreviation = word.shouted && nameEnd === word.end;
  // "our Seattle clinic" is one whatever stands around it
  if (end > nameEnd && OWNERS.has(lead) && !abbreviation) return { start: word.start, end, score: 0.62 };
  const before = text.slice(Math.max(0, word.start - LONGEST_CARE), word.start);
  const placed = CARE.test(before) || VISIT.test(before) || (AT.test(before) && !word.lexeme.wordEnding);
  if (!placed || endOfMatch(SITE_END, text, end) < 0) return undefined;
  return { start: word.start, end: endWithCity(text, end), score: 0.62 };
}

/** Where the capital words of the name end. */
function siteNameEnd(text: string, words: readonly Word[], at: number): number {
  let end = words[at]?.end ?? 0;
  for (const next of words.slice(at + 1, at + MOST_WORDS)) {
    const gap = text.slice(end, next.start);
    if (!next.capital || !(gap === ' ' || gap === '-' || gap === '. ' || gap === "'s ")) break;
    if (next.lexeme.neverName && !SITE_WORDS.has(next.lower)) break;
    end = next.end;
  }
  return end;
}

function mayBeSite(word: Word): boolean {
  return (
    word.end - word.start > 1 &&
    !word.lexeme.neverName &&
    !WARDS.has(word.lower) &&
    !TITLE_LIKE.has(word.lower)
  );
}

/** "in Boston", "near New Haven": a town of the lists, or, all in capitals, a word of no list. */
function cityAt({ text, words }: Reading, at: number): Site | undefined {
  const word = words[at];
  const before = words[at - 1];
  if (
    word === undefined ||
    before === undefined ||
    word.start - before.end !== 1 ||
    text[before.end] !== ' ' ||
    !CITY_CUE.has(before.lower)
  )
    return undefined;
  // "ADA", "RUE": short capitals are rather an abbreviation; "of Huntington" is rather the disease
  const doubtful = word.lexeme.eponym || (word.shouted && word.lower.length < 5);
  const { end } = word;
  const ends = [end, capitalAfter(text, words[at + 1], end)];
  ends.push(capitalAfter(text, words[at + 2], ends[1] ?? -1));
  for (const last of (doubtful ? ends.slice(1) : ends).reverse()) {
    if (last >= 0 && isTown(text.slice(word.start, last)))
      return { start: word.start, end: last, score: 0.6 };
  }
  if (
    SHOUTED_CUE.has(before.lower) &&
    word.shouted &&
    word.lexeme.novel &&
    word.lower.length > 5 &&
    !CONSONANTS.test(word.lower) &&
    word.lexeme.listing === 'none'
  )
    return { start: word.start, end: word.end, score: 0.5 };
  return undefined;
}

/** Where the next word ends if it has a capital and one sign parts it from the word that ends at `end`, or -1. */
function capitalAfter(text: string, next: Word | undefined, end: number): number {
  return next?.capital === true && next.start === end + 1 && /[ -]/.test(text.charAt(end)) ? next.end : -1;
}
