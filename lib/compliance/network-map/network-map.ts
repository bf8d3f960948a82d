import { z } from 'zod';

/** Raised when a reader of the old shape would misread the new one. */
export const NETWORK_MAP_VERSION = 1;

export const ZONE_KINDS = [
  'vpc',
  'subnet',
  'aws',
  'internet',
  'other-account',
  'on-premises',
  'elsewhere',
] as const;
export const SUBNET_KINDS = ['isolated', 'connected', 'egress', 'public', 'unknown'] as const;
export const ASSET_KINDS = [
  'store',
  'stream',
  'compute',
  'entry',
  'agent',
  'endpoint',
  'gateway',
  'log',
  'audit',
  'filter',
  'other',
] as const;
export const FLOW_KINDS = [
  'endpoint',
  'call',
  'model',
  'security-group',
  'route',
  'dns',
  'event',
  'delivery',
  'replication',
  'entry',
  'no-vpc',
] as const;
export const NAMES = ['allow-list', 'block-list', 'unfiltered', 'unknown'] as const;

const place = {
  template: z.string().describe('Path of the template in the cloud assembly'),
  logicalId: z.string(),
  constructPath: z.string().optional(),
};
const id = z
  .string()
  .describe('`template#logicalId`; a word for what no template makes; a name after `service:` or `model:`');

const zone = z.strictObject({
  id,
  kind: z.enum(ZONE_KINDS),
  ...place,
  template: place.template.optional(),
  logicalId: place.logicalId.optional(),
  within: id.optional().describe('The VPC of a subnet'),
  ranges: z.array(z.string()).describe('Address ranges that are written out'),
  subnetKind: z
    .enum(SUBNET_KINDS)
    .optional()
    .describe(
      '`public`: routes everywhere by an internet gateway. `egress`: another way to the internet. `connected`: ways to other networks only',
    ),
  names: z
    .enum(NAMES)
    .optional()
    .describe(
      'What the resolver of a VPC answers: names of an allow-list only, all but a block-list, or all',
    ),
});

const asset = z.strictObject({
  id,
  kind: z.enum(ASSET_KINDS),
  type: z.string().describe('CloudFormation type'),
  ...place,
  stackName: z.string().optional(),
  region: z.string().optional(),
  zones: z
    .array(id)
    .describe('Subnets it is in, else a VPC, `aws`, or `elsewhere` for a network that no template shows'),
  dataClass: z.string().optional().describe('As its tag says; left out: no tag says it'),
  keys: z.array(id).describe('KMS keys of these templates that it names'),
  otherKey: z.boolean().describe('Names a key that these templates do not make'),
});

const securityGroup = z.strictObject({
  id,
  ...place,
  within: id.optional().describe('Its VPC'),
  members: z.array(id).describe('Assets that carry it'),
});

const flow = z.strictObject({
  kind: z.enum(FLOW_KINDS),
  from: id,
  to: id,
  what: z.string(),
  actions: z.array(z.string()).optional(),
  through: z.array(id).optional().describe('Endpoints of the VPC that carry it'),
  on: z.array(id).optional().describe('Assets that the role may act on, as far as it names them'),
  steps: z.array(id).optional().describe('As the packet goes'),
  protocol: z.string().optional(),
  ports: z.string().optional(),
  range: z.string().optional(),
  encryption: z.enum(['tls', 'none', 'unknown']).describe('In transit, as far as the templates tell'),
  encryptedBy: z.string().optional(),
});

const key = z.strictObject({
  id,
  ...place,
  dataClass: z.string().optional(),
  protects: z.array(id),
});

const subnetProof = z.strictObject({
  subnet: id,
  vpc: id.optional(),
  holds: z.array(z.string()).describe('Data classes of the assets in it; `unclassified` where no tag says'),
  mayHoldPhi: z.boolean().describe('Something in it is of a protected class, or of none'),
  verdict: z
    .enum(['no-path', 'path', 'beyond', 'unknown'])
    .describe(
      '`no-path`: no route of its tables leads to the internet. `path`: one does. `beyond`: one leads to a network that decides. `unknown`: a route or table cannot be read',
    ),
  ways: z.array(z.strictObject({ to: id, steps: z.array(id).describe('The counter-example') })),
});

const callProof = z.strictObject({
  caller: id,
  role: id,
  actions: z.array(z.string()).describe('In lower case: names of actions are case-insensitive'),
  service: z.string(),
  vpc: id.optional().describe('Left out: the caller is in no VPC that these templates show'),
  endpoints: z.array(id),
  verdict: z
    .enum(['named', 'not-named', 'no-endpoint', 'unreadable', 'undecided', 'no-vpc'])
    .describe(
      '`named`: the policy of the endpoint lets it through. `undecided`: no endpoint does, and AWS may make the call with the role from outside the VPC. `no-vpc`: goes to the public address of AWS',
    ),
});

export const networkMapSchema = z
  .strictObject({
    schemaVersion: z.literal(NETWORK_MAP_VERSION),
    templates: z.array(z.strictObject({ path: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/u) })),
    zones: z.array(zone),
    assets: z.array(asset),
    services: z.array(z.strictObject({ id, kind: z.enum(['service', 'model']), name: z.string() })),
    securityGroups: z.array(securityGroup),
    flows: z.array(flow),
    keys: z.array(key),
    proof: z.strictObject({
      subnets: z.array(subnetProof),
      calls: z.array(callProof),
      outside: z
        .array(z.strictObject({ asset: id, dataClass: z.string().optional() }))
        .describe('Code that runs in no VPC: the network it runs in reaches the internet'),
    }),
    limits: z.array(z.string()).describe('What a template cannot show, and what is not followed'),
  })
  .describe(
    'Assets, zones, flows and keys that CloudFormation templates show, and what they prove of ways to the internet',
  );

export type NetworkMap = z.infer<typeof networkMapSchema>;
export type Zone = NetworkMap['zones'][number];
export type Asset = NetworkMap['assets'][number];
export type SecurityGroup = NetworkMap['securityGroups'][number];
export type Flow = NetworkMap['flows'][number];
export type Key = NetworkMap['keys'][number];
export type Service = NetworkMap['services'][number];
export type SubnetProof = NetworkMap['proof']['subnets'][number];
export type CallProof = NetworkMap['proof']['calls'][number];
export type AssetKind = Asset['kind'];
