import { isStranger } from '../../policy/stranger';
import { requireValue } from '../../requirement';
import { finding, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { textOf, type Value } from '../../template/value';
import { placesOf } from '../cloudformation/places';
import { TRUSTED_ACCOUNTS } from '../cloudformation/trusted-accounts';

export const dataSourceOwner: Rule = {
  id: 'bedrock-data-source-owner',
  title: 'documents come from a bucket whose owner is said',
  severity: 'error',
  controls: ['164.312(c)(1)', '164.308(b)(1)'],
  profiles: ['ai'],
  parameters: [TRUSTED_ACCOUNTS],
  why: 'A bucket name that was given up can be taken by anybody, who then writes what the knowledge base answers.',
  fix: 'set BucketOwnerAccountId to AWS::AccountId, or add the other account to the parameter trustedAccounts',
  resourceTypes: ['AWS::Bedrock::DataSource'],
  check(source, _template, settings) {
    const places = placesOf(source, 'DataSourceConfiguration.S3Configuration?');
    if (places.length === 0) return 'not-applicable';
    return places.flatMap((s3) => judge(s3, settings.of(TRUSTED_ACCOUNTS)));
  },
};

function judge(s3: Property, trusted: readonly string[]): readonly Observation[] {
  const owner = s3.at('BucketOwnerAccountId');
  // a bucket of these templates cannot be somebody else's
  if (!owner.isPresent && s3.at('BucketArn').values.every(isMadeHere)) return [];
  const strangers = owner.texts().filter((account) => isStranger(account, trusted));
  if (strangers.length > 0)
    return [finding(owner.path, `is the account ${[...new Set(strangers)].join(', ')}, which is not known`)];
  return requireValue(owner, isKnown, 'must be the account of the bucket');
}

function isMadeHere(value: Value): boolean {
  return value.kind === 'reference' && value.template.resource(value.logicalId)?.type === 'AWS::S3::Bucket';
}

function isKnown(value: Value): boolean | undefined {
  const text = textOf(value);
  if (text === undefined) return false;
  if (text === '${AWS::AccountId}' || /^\d{12}$/u.test(text)) return true;
  return text.includes('${') ? undefined : false;
}
