import * as fc from 'fast-check';
import { mapNetwork } from '../../../lib/compliance/network-map/map-network';
import { networkMapSchema } from '../../../lib/compliance/network-map/network-map';
import { renderMermaid } from '../../../lib/compliance/network-map/render-mermaid';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { referenceTemplates } from '../mutation/reference';
import { assemblyOf } from '../../support/judge-template';
import { readFlowchart } from '../../support/mermaid-flowchart';

function check(...bodies: readonly JsonObject[]): void {
  const map = mapNetwork(assemblyOf(...bodies));
  expect(networkMapSchema.safeParse(map).error).toBeUndefined();
  readFlowchart(renderMermaid(map));
}

test.each([...referenceTemplates()])('%s is mapped and drawn', (_, body) => check(body));

test('so are all of them together', () => check(...referenceTemplates().values()));

/** Every property of the templates, put anywhere: what authors write by mistake. */
const TYPES = [
  ...new Set(
    [...referenceTemplates().values()].flatMap(({ Resources: resources = {} }) =>
      Object.values(resources as Record<string, { Type?: string; Properties?: JsonObject }>).flatMap(
        ({ Type: type = '', Properties: properties = {} }) =>
          Object.entries(properties).map(([name]) => `${type} ${name}`),
      ),
    ),
  ),
];
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    '',
    0,
    true,
    [],
    {},
    'subnet-1',
    { Ref: 'R0' },
    { Ref: 'R1' },
    { 'Fn::GetAtt': ['R0', 'Arn'] },
  ),
  fc.constantFrom<Json>(
    [{ Ref: 'R0' }],
    [[{ Ref: 'R1' }]],
    { 'Fn::If': ['No', { Ref: 'R0' }, { Ref: 'AWS::NoValue' }] },
    { Statement: [{ Action: 7 }] },
  ),
);

test('whatever stands where in a template, it is mapped', () => {
  const resource = fc.tuple(fc.constantFrom(...TYPES), value, fc.constantFrom(...TYPES), value);
  fc.assert(
    fc.property(fc.array(resource, { minLength: 1, maxLength: 6 }), (rows) => {
      const resources = rows.map(([first, one, second, other], index) => {
        const [type = '', name = ''] = first.split(' ');
        return [
          `R${index}`,
          {
            Type: type,
            Properties: {
              [name]: one,
              [second.split(' ')[1] ?? '']: other,
              VpcId: { Ref: 'R0' },
              SubnetId: { Ref: 'R1' },
            },
          },
        ] as const;
      });
      check({ Resources: Object.fromEntries(resources) });
    }),
    { numRuns: Number(process.env['SLOW'] ?? 0) > 0 ? 5000 : 300 },
  );
});
