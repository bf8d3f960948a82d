import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import protobuf from 'protobufjs';

/** Envoy's API and what it imports, as the gRPC project ships them: no Envoy and no network is needed. */
const DEPS = path.join(path.dirname(require.resolve('@grpc/grpc-js-xds/package.json')), 'deps');
const INCLUDES = ['envoy-api', 'xds', 'googleapis', 'protoc-gen-validate'].map((folder) =>
  path.join(DEPS, folder),
);
const WELL_KNOWN = ['descriptor', 'api', 'source_context', 'type'];

/** Every v3 message of Envoy that can be read without the few imports that are not shipped. */
export function envoyProtos(): protobuf.Root {
  for (const name of WELL_KNOWN) {
    const { nested } = require(`protobufjs/google/protobuf/${name}.json`) as protobuf.INamespace;
    const google: protobuf.INamespace | undefined = nested?.['google'];
    const inner: protobuf.INamespace | undefined = google?.nested?.['protobuf'];
    if (inner?.nested) protobuf.common(name, inner.nested);
  }
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => located(target) ?? (isCommon(target) ? target : null);
  const complete = new Map<string, boolean>();
  root.loadSync(
    protoFiles(path.join(DEPS, 'envoy-api')).filter((file) => isComplete(file, complete)),
    { keepCase: true, alternateCommentMode: true },
  );
  addNewerFields(root);
  root.resolveAll();
  return root;
}

/**
 * What Envoy 1.40 has and protos of grpc-js-xds 1.14.1 have not. Source: api/envoy/extensions/transport_sockets/tls/v3/common.proto
 * of Envoy: `enum CompliancePolicy { FIPS_202205 = 0; }`, `repeated CompliancePolicy compliance_policies = 6`. That it is
 * right shows where the real Envoy reads it (test/envoy).
 */
function addNewerFields(root: protobuf.Root): void {
  const parameters = root.lookupType('envoy.extensions.transport_sockets.tls.v3.TlsParameters');
  parameters.add(new protobuf.Enum('CompliancePolicy', { FIPS_202205: 0 }));
  parameters.add(new protobuf.Field('compliance_policies', 6, 'CompliancePolicy', 'repeated'));
}

function protoFiles(base: string, below = ''): readonly string[] {
  return readdirSync(path.join(base, below), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(below, entry.name);
    if (entry.isDirectory()) return protoFiles(base, file);
    const isWanted = file.endsWith('.proto') && file.includes('/v3/');
    return isWanted && !/^envoy\/service\/(?!discovery|secret)/u.test(file) ? [file] : [];
  });
}

function located(target: string): string | undefined {
  return INCLUDES.map((folder) => path.join(folder, target)).find((file) => existsSync(file));
}

function isCommon(target: string): boolean {
  return protobuf.common.get(target) !== null && protobuf.common.get(target) !== undefined;
}

function isComplete(target: string, seen: Map<string, boolean>): boolean {
  const known = seen.get(target);
  if (known !== undefined) return known;
  if (target.startsWith('google/protobuf/')) return true;
  const file = located(target);
  seen.set(target, file !== undefined);
  if (file === undefined) return false;
  const imports = readFileSync(file, 'utf8').matchAll(/^import (?:public |weak )?"([^"]+)"/gmu);
  const all = [...imports].every(([, each = '']) => isComplete(each, seen));
  seen.set(target, all);
  return all;
}
