import { Estate } from '../../../lib/compliance/access-matrix/estate';
import { modelsOf } from '../../../lib/compliance/access-matrix/models';
import { principalsOf } from '../../../lib/compliance/access-matrix/principals';
import { rowsOf } from '../../../lib/compliance/access-matrix/rows';
import { Deployed } from '../../../lib/compliance/deployed/deployed';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { allow } from '../../support/iam-scenarios';
import { assemblyOf, body, ref, resource } from '../../support/judge-template';
import { synthesize } from '../../support/synthesize';
import { governedStack } from './estate';

const model = (index: number) => `arn:aws:bedrock:us-east-1::foundation-model/invented.m${index}`;
const INVOKE = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

/** Three roles of one endpoint and guardrail, with or without a model of their own, among other things. */
function environment(index: number, isAlike: boolean): JsonObject {
  const own = isAlike ? 0 : index;
  const resources: Record<string, JsonObject> = {
    Endpoint: resource('AWS::EC2::VPCEndpoint', {
      ServiceName: 'com.amazonaws.us-east-1.bedrock-runtime',
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ ...allow(INVOKE, [model(own), model(own + 1)]), Principal: '*' }],
      },
    }),
    Guardrail: resource('AWS::Bedrock::Guardrail', { Name: `g${index}` }),
    Version: resource('AWS::Bedrock::GuardrailVersion', {
      GuardrailIdentifier: { 'Fn::GetAtt': ['Guardrail', 'GuardrailId'] },
    }),
  };
  for (const role of [0, 1, 2]) {
    resources[`Role${role}`] = resource('AWS::IAM::Role');
    resources[`Policy${role}`] = resource('AWS::IAM::Policy', {
      Roles: [ref(`Role${role}`)],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          allow(
            INVOKE,
            [model(own), model(isAlike ? 1 : role)],
            isAlike ? {} : { StringEquals: { 'aws:SourceVpce': ref('Endpoint') } },
          ),
          allow(
            'logs:PutLogEvents',
            `arn:aws:logs:us-east-1:111122223333:log-group:/invented/${index}/${role}:*`,
          ),
        ],
      },
    });
  }
  for (const bucket of Array.from({ length: 20 }, (_, each) => each))
    resources[`Bucket${bucket}`] = resource('AWS::S3::Bucket', { BucketName: `invented-${index}-${bucket}` });
  return body(resources);
}

function asked(templates: readonly JsonObject[], most?: number) {
  const assembly = assemblyOf(...templates);
  const estate = new Estate(new Deployed(assembly));
  const principals = principalsOf(estate, new Set(assembly.templates.map(({ path }) => path)));
  const { targets } = modelsOf(estate, principals, assembly);
  return { estate, principals, targets, ...rowsOf(estate, principals, targets, most) };
}

const environments = (count: number, isAlike: boolean) =>
  Array.from({ length: count }, (_, index) => environment(index, isAlike));

test('environments of one kind cost what one of them costs', () => {
  const [one, many] = [asked(environments(1, true)), asked(environments(16, true))];
  const [first] = many.rows;
  expect(first?.principals).toHaveLength(48);
  // looking at the key and the guardrail of each principal aside
  expect(many.evaluations).toBeLessThan(one.evaluations + 48 * 3);
});

test('environments that are all different cost each as much as the first, and no more', () => {
  const [few, many] = [asked(environments(2, false)), asked(environments(8, false))];
  expect(many.rows.length).toBe(8 * 3 + 2);
  expect(many.evaluations / few.evaluations).toBeLessThan(8 / 2 + 0.5);
});

test('what is not evaluated for want of time is said, and whoever else there is was asked all the same', () => {
  const { rows, leftOut } = asked(environments(6, false), 300);
  expect(leftOut.join('\n')).toMatch(
    /\d+ principals, as 300 evaluations were made before their turn: stack-\d#Role/u,
  );
  expect(rows.flatMap(({ principals }) => principals.map(({ kind }) => kind)).slice(-2)).toEqual([
    'account',
    'other-account',
  ]);
});

test('one for all gives what each would get alone', () => {
  const { estate, principals, targets, rows } = asked([
    synthesize(governedStack({ organization: true })) as unknown as JsonObject,
    environment(1, true),
    environment(2, true),
    environment(3, false),
  ]);
  for (const principal of principals) {
    const grouped = rows.find((row) => row.principals.includes(principal.principal));
    for (const target of targets) {
      const [alone] = rowsOf(estate, [principal], [target]).rows;
      const cells = grouped?.cells.flatMap(({ models, ...cell }) =>
        models === undefined || models.includes(target.index)
          ? [{ ...cell, ...(models === undefined ? {} : { models: [target.index] }) }]
          : [],
      );
      expect([principal.principal.name, target.model.name, alone?.cells]).toEqual([
        principal.principal.name,
        target.model.name,
        cells,
      ]);
    }
  }
});
