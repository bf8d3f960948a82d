import list from './eligible-services.json';
import lifecycle from './service-lifecycle.json';

/** Date of the HIPAA Eligible Services list that `eligible-services.json` follows. */
export const LIST_DATE = list.meta.listDate;

/** CloudFormation namespaces of the services on the list: `S3` of `AWS::S3::Bucket`. */
export const ELIGIBLE: ReadonlySet<string> = new Set(list.services.flatMap(({ namespaces }) => namespaces));

/** Namespaces by the name of the service on the list. */
export const NAMESPACES_OF: ReadonlyMap<string, readonly string[]> = new Map(
  list.services.map(({ name, namespaces }) => [name, namespaces]),
);

/** The page of AWS that has the list. */
export const AUTHORITY = list.meta.authority;

/** Namespaces of control planes that hold no PHI; eligibility is no question there. */
export const WITHOUT_PHI: ReadonlySet<string> = new Set(list.withoutPhi.namespaces);

/** Namespaces the list does not name and that may be eligible all the same, with the reason. */
export const UNCLEAR: ReadonlyMap<string, string> = new Map(
  list.unclear.map(({ namespace, why }) => [namespace, why]),
);

/** Types that a service on the list leaves out, with the reason. */
export const EXCLUDED: ReadonlyMap<string, string> = new Map(
  list.excluded.map(({ type, why }) => [type, why]),
);

/** Services that AWS has ended: date by namespace. */
export const ENDED: ReadonlyMap<string, string> = new Map(
  lifecycle.ended.map(({ namespace, on }) => [namespace, on]),
);

/** Services and types closed to new customers: date by namespace or type. */
export const CLOSED: ReadonlyMap<string, string> = new Map(
  lifecycle.closed.map((row) => [row.type ?? row.namespace ?? '', row.on]),
);
