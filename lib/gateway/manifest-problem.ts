import { PURPOSE_NAMES, type PurposeName } from '../contract/purpose-of-use';
import type { UseCaseManifest } from '../contract/use-case';

export interface ManifestProblem {
  readonly code: string;
  readonly message: string;
}

/** ARNs are compared as text, so one that is known at deployment only is refused as well. */
const PRINCIPAL =
  /^(?:arn:[\w-]+:iam::\d{12}:(?:role|user)\/[\w+=,.@/-]+|spiffe:\/\/[\w.-]+(?:\/[\w.-]+)+|group:[\w.:+=,@-]{1,128})$/u;
const FIELD = /^[A-Za-z][\w.-]{0,63}$/u;
const ID = /^[\w.:/+=,@-]{1,256}$/u;

/** Purposes for which a limited data set may be used (45 CFR 164.514(e)(3)(i)). */
const LIMITED_DATA_SET_PURPOSES: readonly PurposeName[] = ['research', 'public-health', 'operations'];

const MOST = {
  maxOutputTokens: 200_000,
  maxInputLength: 1_000_000,
  bodyRetentionDays: 36_500,
  requestsPerMinute: 1_000_000,
} as const;

/** The first thing because of which the gateway would not start: it is found here before anything is deployed. */
export function manifestProblem(manifest: UseCaseManifest): ManifestProblem | undefined {
  return (
    oddPrincipal(manifest) ??
    oddPurpose(manifest) ??
    oddField(manifest) ??
    oddId(manifest) ??
    oddLimit(manifest) ??
    oddLimitedDataSet(manifest)
  );
}

function oddPrincipal({ callers, reidentifiers, approvers = [] }: UseCaseManifest) {
  const code = 'UseCasePrincipals';
  if (callers.length === 0) return { code, message: 'callers is empty; name who may ask' };
  const odd = [...callers, ...reidentifiers, ...approvers].find((each) => !PRINCIPAL.test(each));
  if (odd === undefined) return undefined;
  return {
    code,
    message: `'${odd}' is no principal; give the ARN of a role or user as text, a SPIFFE id or group:NAME`,
  };
}

function oddPurpose({ purposes }: UseCaseManifest) {
  const code = 'UseCasePurposes';
  if (purposes.length === 0) return { code, message: 'purposes is empty; name what it may be asked for' };
  const odd = purposes.find((each) => !PURPOSE_NAMES.includes(each));
  return odd === undefined
    ? undefined
    : { code, message: `'${odd}' is no purpose; give some of ${PURPOSE_NAMES.join(', ')}` };
}

function oddField({ fields }: UseCaseManifest) {
  const odd = fields.find((each) => !FIELD.test(each));
  return odd === undefined
    ? undefined
    : { code: 'UseCaseFields', message: `'${odd}' is no name of a field, such as diagnoses` };
}

function oddId({
  owner,
  riskAnalysisId,
  fullRecordJustifications,
  prompts,
  redaction,
  models,
}: UseCaseManifest) {
  const agreements = redaction.profile === 'limited-data-set' ? [redaction.dataUseAgreement] : [];
  const ids = [owner, riskAnalysisId, ...fullRecordJustifications, ...agreements, ...models];
  const odd = [...ids, ...prompts.map(({ id }) => id)].find((each) => !ID.test(each));
  return odd === undefined
    ? undefined
    : {
        code: 'UseCaseIds',
        message: `'${odd}' is no id; give letters, digits and . : / + = , @ - without blanks`,
      };
}

function oddLimit(manifest: UseCaseManifest) {
  const code = 'UseCaseLimits';
  const { version, minimumGrounding = 0 } = manifest;
  if (!Number.isInteger(version) || version < 0)
    return { code, message: `version is ${version}; count from 1` };
  if (!(minimumGrounding >= 0 && minimumGrounding <= 1))
    return { code, message: `minimumGrounding is ${minimumGrounding}; give 0 to 1` };
  for (const [name, most] of Object.entries(MOST) as readonly (readonly [keyof typeof MOST, number])[]) {
    const given = manifest[name];
    if (!Number.isInteger(given) || given < 1 || given > most)
      return { code, message: `${name} is ${given}; give a whole number from 1 to ${most}` };
  }
  return undefined;
}

function oddLimitedDataSet({ redaction, purposes, dataClass }: UseCaseManifest) {
  if (redaction.profile !== 'limited-data-set') return undefined;
  const code = 'UseCaseLimitedDataSet';
  if (!purposes.every((each) => LIMITED_DATA_SET_PURPOSES.includes(each)))
    return { code, message: `a limited data set is for ${LIMITED_DATA_SET_PURPOSES.join(', ')} only` };
  return dataClass === 'PHI' || dataClass === 'LIMITED_DATA_SET'
    ? undefined
    : { code, message: 'what leaves dates and places in is PHI or LIMITED_DATA_SET; say so in dataClass' };
}
