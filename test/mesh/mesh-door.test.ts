import { readFileSync } from 'node:fs';
import path from 'node:path';
import { aws_certificatemanager as acm, aws_lambda as lambda, aws_s3 as s3 } from 'aws-cdk-lib';
import { MeshDoor, type MeshDoorProps } from '../../lib/mesh/mesh-door';
import { text } from '../encryption/policy-evaluator';
import { at, list, onlyResource, refusal, resourcesOf, ROOT, synthesize } from '../support/synthesize';
import { MeshPlace } from './mesh-place';

jest.setTimeout(60_000);

const AUTHORITY = readFileSync(path.join(ROOT, 'test/fixtures/certificates/authority.pem'), 'utf8');

function door(here: MeshPlace, changes: Partial<MeshDoorProps> = {}): MeshDoor {
  const { stack, mesh } = here;
  const own = lambda.Function.fromFunctionArn(
    stack,
    'Gateway',
    'arn:aws:lambda:us-east-1:111122223333:function:gateway',
  );
  return new MeshDoor(stack, 'Door', {
    mesh,
    name: 'ai-gateway',
    callers: changes.callers ?? [here.service('summaries')],
    certificate: {
      source: 'imported',
      certificate: acm.Certificate.fromCertificateArn(
        stack,
        'Certificate',
        'arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-1111-4222-8333-000000000001',
      ),
    },
    certificateAnchors: AUTHORITY,
    trustAnchors: {
      bucket: s3.Bucket.fromBucketName(stack, 'Published', 'anchors'),
      key: 'a.pem',
      version: 'v1',
    },
    target: {
      alias: new lambda.Alias(stack, 'Alias', { aliasName: 'load-balancer', version: own.latestVersion }),
    },
    targetGroupName: 'ai-gateway',
    logs: s3.Bucket.fromBucketName(stack, 'Logs', 'logs'),
    ...changes,
  });
}

test('a door has a name in the mesh that leads to its load balancer', () => {
  const here = new MeshPlace();
  expect(door(here).host).toBe('ai-gateway.phi.internal');
  const template = synthesize(here.stack);
  expect(onlyResource(template, 'AWS::ServiceDiscovery::Instance').Properties['InstanceAttributes']).toEqual({
    AWS_ALIAS_DNS_NAME: { 'Fn::GetAtt': [expect.stringMatching(/^Door/u), 'DNSName'] },
  });
  const names = resourcesOf(template, 'AWS::ServiceDiscovery::Service').map(
    ({ Properties }) => Properties['Name'],
  );
  expect(names).toContain('ai-gateway');
});

test('its callers are let in by their group, let out to it, and no others are', () => {
  const here = new MeshPlace();
  here.service('billing');
  door(here);
  const template = synthesize(here.stack);
  const rules = (type: string) =>
    resourcesOf(template, type).filter(
      ({ Properties }) => Properties['ToPort'] === 443 && JSON.stringify(Properties).includes('Door'),
    );
  const [ingress, ...more] = rules('AWS::EC2::SecurityGroupIngress');
  expect(more).toEqual([]);
  expect(text(at(ingress?.Properties['SourceSecurityGroupId']))).toMatch(/summaries/u);
  expect(rules('AWS::EC2::SecurityGroupEgress')).toHaveLength(1);
  const variables = resourcesOf(template, 'AWS::ECS::TaskDefinition').flatMap(({ Properties }) =>
    list(Properties['ContainerDefinitions']).flatMap((each) =>
      list(at(each, 'Environment')).filter((one) => text(at(one, 'Name')).startsWith('MESH_URL_')),
    ),
  );
  expect(variables).toEqual([{ Name: 'MESH_URL_AI_GATEWAY', Value: 'http://127.0.0.1:9001' }]);
});

test('beside services of the mesh a door has a port of its own', () => {
  const here = new MeshPlace();
  const summaries = here.service('summaries');
  here.service('notes').allowFrom(summaries);
  door(here, { callers: [summaries] });
  here.service('codes').allowFrom(summaries);
  const told = JSON.stringify(resourcesOf(synthesize(here.stack), 'AWS::ECS::TaskDefinition'));
  for (const port of [9001, 9002, 9003]) expect(told).toContain(`"Value":"http://127.0.0.1:${port}"`);
});

test.each<[string, string, Partial<MeshDoorProps>]>([
  ['without callers', 'Callers', { callers: [] }],
  ['whose name a service has', 'ServiceName', { name: 'notes' }],
  ['without authorities', 'DoorAnchors', { certificateAnchors: '' }],
  ['whose authority cannot be read', 'DoorAnchors', { certificateAnchors: AUTHORITY.replace('MII', 'MIJ') }],
  ['with five authorities', 'DoorAnchors', { certificateAnchors: AUTHORITY.repeat(5) }],
])('a door %s is refused', (_, code, changes) => {
  const here = new MeshPlace();
  here.service('notes');
  expect(refusal(() => door(here, changes)).code).toBe(code);
});

test('four authorities are taken', () => {
  expect(door(new MeshPlace(), { certificateAnchors: AUTHORITY.repeat(4) }).anchors).toHaveLength(
    AUTHORITY.length * 4,
  );
});
