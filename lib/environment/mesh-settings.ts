import { z } from 'zod';
import { spiffeId } from '../mesh/spiffe-id';
import { words } from './approved-model-settings';
import type { Settings } from './settings';

const name = z
  .string()
  .regex(
    /^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/u,
    'is no name: at most 40 of a-z, 0-9 and hyphens, a letter first',
  );
const image = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[._/-][a-z0-9]+)*@sha256:[0-9a-f]{64}$/u,
    'is no image by digest of a private repository of the account, such as mesh/envoy@sha256:…',
  );
const pem = z
  .string()
  .regex(
    /^\s*(?:-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+$/u,
    'is no certificate in PEM',
  );

/** What services of a mesh may call that is no service of it: each is a function behind a door. */
export const MESH_DOORS = { gateway: 'ai-gateway', redaction: 'redaction' } as const;
const doorNames = Object.keys(MESH_DOORS) as [keyof typeof MESH_DOORS, ...(keyof typeof MESH_DOORS)[]];

const service = z.strictObject({
  name: name.describe('Part of its SPIFFE id and its DNS name'),
  image: image.describe('Repository and digest of the application'),
  appPort: z
    .int()
    .min(1024)
    .max(65_535)
    .default(8080)
    .describe('Where the application listens, on 127.0.0.1'),
  cpu: z.int().default(512).describe('CPU units of a task'),
  memoryMiB: z.int().default(1024),
  minTasks: z.int().min(1).default(2),
  maxTasks: z.int().min(1).default(10),
  allowFrom: z
    .array(
      z.strictObject({
        service: name,
        routes: z
          .array(
            z.strictObject({
              path: z.string().describe('/v1/notes for this path alone, /v1/* for all below it'),
              methods: z
                .array(z.enum(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']))
                .min(1)
                .optional(),
            }),
          )
          .min(1)
          .optional()
          .describe('Left out: every route'),
      }),
    )
    .default([])
    .describe('The services that may call it; none: nobody'),
  mayCall: z
    .array(z.enum(doorNames))
    .default([])
    .describe('Doors it may call: the AI gateway, as a caller of its use cases besides, and redaction'),
});

/** The service mesh; left out, or not enabled, there is none and nothing of it costs. */
export const meshSettings = z
  .strictObject({
    enabled: z.boolean().describe('true makes a private CA, which costs by the month until it is deleted'),
    trustDomain: z
      .string()
      .regex(
        /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/u,
        'is no DNS name in lower case, such as phi.internal',
      )
      .describe('Of the SPIFFE ids, and the private DNS namespace'),
    certificateAuthority: z
      .union([
        z.strictObject({ organization: words.describe('Stands in the certificate of the CA that is made') }),
        z.strictObject({
          arn: z
            .string()
            .regex(
              /^arn:[a-z-]+:acm-pca:[a-z0-9-]+:\d{12}:certificate-authority\/[0-9a-f-]{36}$/u,
              'is no ARN of a private CA',
            )
            .describe('A CA in short-lived mode that is there'),
          anchor: pem.describe('What its clients trust: its own certificate, or that of its root'),
        }),
      ])
      .describe('A CA of this environment, or yours'),
    envoyImage: image.describe('Envoy 1.36 or later, distroless'),
    agentImage: image.describe('Node.js 22 and dist/lambda/mesh-agent'),
    doorCertificate: z
      .strictObject({
        source: z.enum(['general-purpose-ca', 'imported', 'public']),
        arn: z
          .string()
          .regex(
            /^arn:[a-z-]+:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/u,
            'is no ARN of a certificate of ACM',
          )
          .describe('For *.<trust domain>, in the Region'),
        anchors: pem.describe('The CAs that vouch for it'),
      })
      .optional()
      .describe('What doors show; needed where a service may call one'),
    services: z.array(service).min(1),
  })
  .describe('Mutual TLS between services of your own, the AI gateway and redaction');

export type MeshSettings = z.infer<typeof meshSettings>;

/** The settings of a mesh that is wanted. */
export function meshOf({ mesh }: Pick<Settings, 'mesh'>): MeshSettings | undefined {
  return mesh?.enabled === true ? mesh : undefined;
}

/** Services that may call a door. */
export function callersOf(mesh: MeshSettings | undefined, door: keyof typeof MESH_DOORS): readonly string[] {
  return (mesh?.services ?? []).filter(({ mayCall }) => mayCall.includes(door)).map((each) => each.name);
}

/** The same by SPIFFE id. */
export function callerIdsOf(
  mesh: MeshSettings | undefined,
  door: keyof typeof MESH_DOORS,
): readonly string[] {
  return mesh ? callersOf(mesh, door).map((each) => spiffeId(mesh.trustDomain, each)) : [];
}

type Report = (path: (string | number)[], message: string) => void;

/** What does not fit together. */
export function checkMesh({ mesh, gateway, region }: Settings, report: Report): void {
  if (!mesh) return;
  const names = mesh.services.map((each) => each.name);
  const reserved: readonly string[] = Object.values(MESH_DOORS);
  const askers = new Set(gateway?.useCases.flatMap(({ callers }) => callers));
  for (const [index, each] of mesh.services.entries()) {
    const at = (...more: (string | number)[]) => ['mesh', 'services', index, ...more];
    if (names.indexOf(each.name) !== index) report(at('name'), `'${each.name}' is there twice`);
    if (reserved.includes(each.name)) report(at('name'), `'${each.name}' is the name of a door`);
    if (each.minTasks > each.maxTasks) report(at('minTasks'), 'is more than maxTasks');
    for (const [nth, { service: caller }] of each.allowFrom.entries()) {
      const isTwice = each.allowFrom.findIndex((other) => other.service === caller) !== nth;
      if (caller === each.name || !names.includes(caller) || isTwice)
        report(
          at('allowFrom', nth, 'service'),
          `'${caller}' is no other service of the mesh, or there twice`,
        );
    }
    if (each.mayCall.length > 0 && !mesh.doorCertificate)
      report(['mesh', 'doorCertificate'], `is left out, and ${each.name} may call a door`);
    if (!each.mayCall.includes('gateway')) continue;
    const id = spiffeId(mesh.trustDomain, each.name);
    if (!gateway) report(at('mayCall'), 'names the gateway, and there is none');
    else if (!askers.has(id))
      report(at('mayCall'), `names the gateway, and ${id} is a caller of no use case`);
  }
  const { certificateAuthority: authority, doorCertificate } = mesh;
  if ('arn' in authority && authority.arn.split(':')[3] !== region)
    report(['mesh', 'certificateAuthority', 'arn'], `is not in ${region}`);
  if (doorCertificate && doorCertificate.arn.split(':')[3] !== region)
    report(['mesh', 'doorCertificate', 'arn'], `is not in ${region}`);
}
