import { allowLiteral } from '../../requirement';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { isTrue } from '../../template/value';
import { sessionInputs } from './session-document';

/** Where a session may be recorded, and what says that the record is encrypted there. */
const PLACES = [
  ['s3BucketName', 's3EncryptionEnabled'],
  ['cloudWatchLogGroupName', 'cloudWatchEncryptionEnabled'],
] as const;

export const sessionLogged: Rule = {
  id: 'ssm-session-logged',
  title: 'shells on machines are recorded, encrypted',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(5)(ii)(C)'],
  profiles: ['hipaa'],
  why: 'Otherwise nobody can say what somebody did in a shell next to PHI; and what was shown there may be PHI.',
  fix: 'set inputs.s3BucketName or cloudWatchLogGroupName, and leave the encryption of it on',
  resourceTypes: ['AWS::SSM::Document'],
  check(document) {
    const inputs = sessionInputs(document);
    return inputs.length === 0 ? 'not-applicable' : inputs.flatMap(recorded);
  },
};

function recorded(inputs: Property): readonly Observation[] {
  const named = PLACES.map(([name]) => {
    const place = inputs.at(name);
    const isEmpty = place.values.some(
      (value) => value.kind === 'absent' || (value.kind === 'literal' && value.value === ''),
    );
    return isEmpty ? false : place.values.some(({ kind }) => kind === 'unknown') ? undefined : true;
  });
  const clear = PLACES.flatMap(([, encryption]) =>
    allowLiteral(inputs.at(encryption), isTrue, 'must not be false'),
  );
  if (named.includes(true)) return clear;
  return [
    named.includes(undefined)
      ? unknown(inputs.path, 'cannot be read; it must name a bucket or a log group')
      : finding(inputs.path, 'names neither a bucket nor a log group'),
  ];
}
