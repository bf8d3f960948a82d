import { allows } from '../policy/allow';
import { parseArn } from '../policy/arn';
import { statementsOf, type Statement } from '../policy/statement';
import type { Tri } from '../policy/tri';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { placesOf } from '../rules/cloudformation/places';
import { append, perAssembly } from '../rules/cloudformation/per-assembly';
import { namedResources } from './named-resources';
import { openedBy, zonedStores, type ZonedStore } from './zoned-stores';

/** Where a type has the policy of a store or key, and where it says whose; it is its own without. */
interface Grant {
  readonly policy: string;
  readonly of?: string;
}

const KEY = { policy: 'KeyPolicy' } as const;

export const GRANTS: Readonly<Record<string, Grant>> = {
  'AWS::DynamoDB::GlobalTable': { policy: 'Replicas[].ResourcePolicy.PolicyDocument' },
  'AWS::DynamoDB::Table': { policy: 'ResourcePolicy.PolicyDocument' },
  'AWS::EFS::FileSystem': { policy: 'FileSystemPolicy' },
  'AWS::Elasticsearch::Domain': { policy: 'AccessPolicies' },
  'AWS::KMS::Key': KEY,
  'AWS::KMS::ReplicaKey': KEY,
  'AWS::Kinesis::ResourcePolicy': { policy: 'ResourcePolicy', of: 'ResourceArn' },
  'AWS::OpenSearchService::Domain': { policy: 'AccessPolicies' },
  'AWS::S3::AccessPoint': { policy: 'Policy', of: 'Bucket' },
  'AWS::S3::BucketPolicy': { policy: 'PolicyDocument', of: 'Bucket' },
  'AWS::S3Express::BucketPolicy': { policy: 'PolicyDocument', of: 'Bucket' },
  'AWS::S3Tables::TableBucketPolicy': { policy: 'ResourcePolicy', of: 'TableBucketARN' },
  'AWS::S3Vectors::VectorBucketPolicy': { policy: 'Policy', of: 'VectorBucketArn' },
  'AWS::SQS::QueueInlinePolicy': { policy: 'PolicyDocument', of: 'Queue' },
  'AWS::SQS::QueuePolicy': { policy: 'PolicyDocument', of: 'Queues' },
};

const KEY_USE = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];

/** An Allow in the policy of a store or key that lets in a principal of the assembly. */
export interface Admission {
  /** The store or key. */
  readonly to: Resource;
  readonly principal: Resource;
  /** Undefined: it may as well be another principal of that name. */
  readonly isSure: Tri;
  readonly action: string;
  readonly path: string;
}

/** What the policy in a resource, of a store or key, admits to data or to the use of the key. */
export function admissionsOf(holder: Resource): readonly Admission[] {
  const grant = Object.hasOwn(GRANTS, holder.type) ? GRANTS[holder.type] : undefined;
  if (!grant) return [];
  const subjects = grant.of === undefined ? [holder] : targetsOf(holder.property(grant.of));
  const statements = placesOf(holder, grant.policy).flatMap((policy) =>
    statementsOf(policy, holder.template),
  );
  return subjects.flatMap((to) =>
    statements.flatMap((statement) => {
      const action = actionOn(statement, to);
      if (action === undefined) return [];
      return principalsIn(statement, holder).map((admitted) => ({
        to,
        ...admitted,
        action,
        path: statement.path,
      }));
    }),
  );
}

function targetsOf(link: Property): readonly Resource[] {
  return [...new Set(link.items().flatMap((item) => item.targets()))];
}

function actionOn(statement: Statement, to: Resource): string | undefined {
  if (statement.effect !== 'Allow') return undefined;
  if (to.type.startsWith('AWS::KMS::')) return KEY_USE.find((action) => allows(statement, action));
  const store = zonedStores(to.template.assembly).of.get(to);
  return store && openedBy(statement, store.doors)[0];
}

const principalsByName = perAssembly((assembly) => {
  const named = new Map<string, Resource[]>();
  for (const [type, kind, property] of [
    ['AWS::IAM::Role', 'role', 'RoleName'],
    ['AWS::IAM::User', 'user', 'UserName'],
  ] as const)
    for (const principal of assembly.resourcesOf(type))
      for (const name of principal.property(property).texts()) append(named, `${kind}/${name}`, principal);
  return named;
});

function principalsIn({ principals }: Statement, holder: Resource) {
  return principals.flatMap((text) => {
    const named = namedResources(text, holder.template);
    const byName = () => {
      const resource = parseArn(text)?.resource ?? '';
      const kind = resource.slice(0, resource.indexOf('/'));
      const name = resource.slice(resource.lastIndexOf('/') + 1);
      return principalsByName(holder.template.assembly).get(`${kind}/${name}`) ?? [];
    };
    const found = (named ?? byName()).filter(
      ({ type }) => type === 'AWS::IAM::Role' || type === 'AWS::IAM::User',
    );
    const isSure: Tri = found.length === 1 || undefined;
    return found.map((principal) => ({ principal, isSure }));
  });
}

/** A store of a side of the line, and what somebody may do with its data. */
export interface Access {
  readonly store: ZonedStore;
  readonly action: string;
  /** Undefined: a part of the template that cannot be read decides. */
  readonly isSure: Tri;
  /** Where it is allowed. */
  readonly path: string;
  readonly by: Resource;
}

const grants = perAssembly((assembly): ReadonlyMap<Resource, readonly Access[]> => {
  const stores = zonedStores(assembly);
  const found = new Map<Resource, Access[]>();
  for (const type of Object.keys(GRANTS)) {
    for (const by of assembly.resourcesOf(type)) {
      for (const { to, principal, isSure, action, path } of admissionsOf(by)) {
        const store = stores.of.get(to);
        if (store) append(found, principal, { store, action, isSure, path, by });
      }
    }
  }
  return found;
});

/** What the policies of stores open to a principal that they name. */
export function grantsTo(principal: Resource): readonly Access[] {
  return grants(principal.template.assembly).get(principal) ?? [];
}
