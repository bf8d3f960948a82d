import { judge } from '../../../lib/compliance/judge';
import { principalInOneZone } from '../../../lib/compliance/rules/graph/principal-in-one-zone';
import { Assembly } from '../../../lib/compliance/template/assembly';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { arn, resource, source } from '../../support/judge-template';

/** A stack of stores, as one construct makes it in each stage: the same logical ids, other exports. */
const stores = (stage: string, dataClass: string): JsonObject => ({
  Resources: {
    Store: resource('AWS::S3::Bucket', { Tags: [{ Key: 'hipaa-ai:data-class', Value: dataClass }] }),
  },
  Outputs: { Store: { Value: arn('Store'), Export: { Name: `${stage}-store` } } },
});
/** A role that reads the store of its stage, and pages of its own stack that are no PHI. */
const reader = (stage: string): JsonObject => ({
  Resources: {
    Pages: resource('AWS::S3::Bucket', { Tags: [{ Key: 'hipaa-ai:data-class', Value: 'NO_PHI' }] }),
    [`${stage}Reader`]: resource('AWS::IAM::Role', {
      Policies: [
        {
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: 's3:GetObject',
                Resource: [
                  { 'Fn::Join': ['', [{ 'Fn::ImportValue': `${stage}-store` }, '/*']] },
                  { 'Fn::Sub': '${Pages.Arn}/*' },
                ],
              },
            ],
          },
        },
      ],
    }),
  },
});

test('what a role reads in its stage is not taken for the same thing in another stage', () => {
  const assembly = new Assembly([
    source(stores('dev', 'NO_PHI'), 'assembly-dev/stores.template.json', 'DevStores'),
    source(reader('dev'), 'assembly-dev/reader.template.json', 'DevReader'),
    source(stores('prod', 'PHI'), 'assembly-prod/stores.template.json', 'ProdStores'),
    source(reader('prod'), 'assembly-prod/reader.template.json', 'ProdReader'),
  ]);
  const verdicts = judge(assembly, [principalInOneZone]).map(
    ({ resource: { logicalId }, verdict }) => `${logicalId}: ${verdict}`,
  );
  expect(verdicts).toEqual(['devReader: compliant', 'prodReader: finding']);
});

test('what may be one of two stores of a stage is unknown', () => {
  const assembly = new Assembly([
    source(stores('a', 'NO_PHI'), 'assembly-dev/a.template.json', 'A'),
    source(stores('b', 'PHI'), 'assembly-dev/b.template.json', 'B'),
    source(reader('b'), 'assembly-dev/reader.template.json', 'Reader'),
  ]);
  expect(judge(assembly, [principalInOneZone]).map(({ verdict }) => verdict)).toEqual(['unknown']);
});
