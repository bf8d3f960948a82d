import { Tags } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { DataClass, DeidentificationRecord } from '../contract/data-class';
import { DEIDENTIFICATION_TAG, DEIDENTIFIES_TAG } from '../contract/deidentification-tag';
import { TAGS } from '../contract/tags';
import { ConfigurationError } from '../errors';

const DEIDENTIFIED: DataClass = 'DEIDENTIFIED';
/** Over what a stack around it says. */
const OWN = { priority: 200 };
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/**
 * Says that a store, or everything in a scope, holds de-identified data, and by which record; nothing is taken out of the
 * data. The tags hold the route, the id of the data set and the last day of a determination, and nothing else of the record.
 * Supports 45 CFR 164.514(a).
 * @throws ConfigurationError `DeidentificationRecord` for one that does not say what it must
 */
export function markDeidentified(scope: IConstruct, record: DeidentificationRecord): void {
  const blank = Object.entries(record).find(([, value]) => typeof value === 'string' && value.trim() === '');
  if (blank) refuse(scope, `has an empty ${blank[0]}; the document that it stands for must say that`);
  const days =
    record.route === 'safe-harbor' ? [record.attestedOn] : [record.determinedOn, record.validUntil];
  if (!days.every(isDay)) refuse(scope, 'has a day that is none; give days as YYYY-MM-DD');
  const tag =
    record.route === 'safe-harbor'
      ? `${record.route}/${record.dataSet}`
      : `${record.route}/${record.dataSet}/${record.validUntil}`;
  if (!DEIDENTIFICATION_TAG.test(tag))
    refuse(scope, "has a data set that is no opaque id: 1 to 64 letters, digits, '_', '.' and '-'");
  Tags.of(scope).add(TAGS.dataClass, DEIDENTIFIED, OWN);
  Tags.of(scope).add(TAGS.deidentification, tag, OWN);
}

/**
 * Says that a role is that of a job which de-identifies, for the data sets of these ids: it alone may read PHI and write
 * what is none.
 * @throws ConfigurationError `DeidentifiesDataSets` for ids that are none, and for none or more than eight
 */
export function markDeidentifies(role: IConstruct, dataSets: readonly string[]): void {
  const tag = dataSets.join(' ');
  if (!DEIDENTIFIES_TAG.test(tag))
    throw new ConfigurationError(
      role,
      'DeidentifiesDataSets',
      "give one to eight ids of data sets: 1 to 64 letters, digits, '_', '.' and '-' each",
    );
  Tags.of(role).add(TAGS.deidentifies, tag, OWN);
}

function refuse(scope: IConstruct, problem: string): never {
  throw new ConfigurationError(scope, 'DeidentificationRecord', `the record of de-identification ${problem}`);
}

function isDay(text: string): boolean {
  const time = Date.parse(text);
  return DAY.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
