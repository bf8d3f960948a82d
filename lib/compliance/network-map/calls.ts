import { groupBy } from '../group-by';
import { principalPolicies, type Attached } from '../policy/principal-policies';
import type { Statement } from '../policy/statement';
import { codeCalls, letsThrough, namedActions } from '../rules/graph/calls';
import { CODE_CALLS } from '../rules/graph/code-calls';
import { endpointsFor, vpcsOf } from '../rules/graph/endpoints';
import type { Resource } from '../template/resource';
import { assetKind } from './asset-kinds';
import type { FlowSketch } from './flow-sketch';
import { idOf, idsOf } from './ids';
import { throughEndpoint, UNKNOWN, type InTransit } from './in-transit';
import { modelsNamed } from './models';
import type { CallProof } from './network-map';

/** A call that a function may make, and what carries it. */
export interface Call {
  readonly caller: Resource;
  readonly role: Resource;
  readonly service: string;
  readonly action: string;
  readonly vpc: Resource | undefined;
  readonly endpoints: readonly Resource[];
  readonly verdict: CallProof['verdict'];
}

const BY_CODE = new Map(
  Object.entries(CODE_CALLS).flatMap(([service, actions]) =>
    actions.map((action) => [action, service] as const),
  ),
);

/**
 * Every action that the role of a function names one by one. Calls that only its code can make are held against the
 * endpoints as `graph-api-through-endpoint` does it; of others AWS may be the caller, so that a missing endpoint proves nothing.
 */
export function callsOf(caller: Resource): readonly Call[] {
  if (caller.type !== 'AWS::Lambda::Function') return [];
  const [role] = caller.property('Role').targets();
  if (!role) return [];
  const actions = [...namedActions(role)].sort();
  const vpcs = vpcsOf(caller);
  const shared = { caller, role };
  if (vpcs.length === 0) {
    const isInSomeVpc = caller.property('VpcConfig.SubnetIds').isPresent;
    return actions.map((action) => ({
      ...shared,
      ...serviceOf(action),
      action,
      vpc: undefined,
      endpoints: [],
      verdict: isInSomeVpc ? 'unreadable' : 'no-vpc',
    }));
  }
  return vpcs.flatMap((vpc) => {
    const decided = codeCalls(role, vpc).flatMap((calls) =>
      calls.actions.map((action): Call => {
        const answer = letsThrough(calls.endpoints, action);
        const verdict =
          calls.endpoints.length === 0
            ? 'no-endpoint'
            : answer === undefined
              ? 'unreadable'
              : answer
                ? 'named'
                : 'not-named';
        return { ...shared, service: calls.service, action, vpc, endpoints: calls.endpoints, verdict };
      }),
    );
    const others = actions
      .filter((action) => !BY_CODE.has(action))
      .map((action): Call => {
        const { service } = serviceOf(action);
        const endpoints = endpointsFor(vpc, service);
        const isNamed = letsThrough(endpoints, action) === true;
        return { ...shared, service, action, vpc, endpoints, verdict: isNamed ? 'named' : 'undecided' };
      });
    return [...decided, ...others];
  });
}

/** The endpoint of a call: that of its own list, else the one that bears the prefix of the action. */
function serviceOf(action: string): { readonly service: string } {
  const [, prefix = 'unknown'] = /^([a-z0-9-]+):/u.exec(action) ?? [];
  return { service: BY_CODE.get(action) ?? prefix };
}

/** Calls of one function as rows: those alike but for the action are one. */
export function callProofs(calls: readonly Call[]): readonly CallProof[] {
  const alike = groupBy(calls, ({ service, vpc, verdict }) =>
    JSON.stringify([service, vpc && idOf(vpc), verdict]),
  );
  return [...alike.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const { caller, role, service, vpc, endpoints, verdict } = first;
    return [
      {
        caller: idOf(caller),
        role: idOf(role),
        actions: some.map(({ action }) => action),
        service,
        ...(vpc ? { vpc: idOf(vpc) } : {}),
        endpoints: idsOf(endpoints),
        verdict,
      },
    ];
  });
}

/** A flow for each service a function calls, and for each model its role names. */
export function callFlows(caller: Resource, calls: readonly Call[]): readonly FlowSketch[] {
  const [first] = calls;
  if (!first) return [];
  const statements = principalPolicies(first.role).attached.filter(
    ({ statement }) => statement.effect === 'Allow',
  );
  const services = [...new Set(calls.map(({ service }) => service))].sort();
  return [
    ...services.map((service): FlowSketch => {
      const some = calls.filter((call) => call.service === service);
      const actions = [...new Set(some.map(({ action }) => action))].sort();
      const through = [...new Set(some.flatMap(({ endpoints }) => endpoints))];
      const on = statements
        .filter(({ statement }) => statement.actions.some((action) => actions.includes(action)))
        .flatMap(assetsNamed);
      return {
        kind: 'call',
        from: caller,
        to: `service:${service}`,
        what: 'calls that the role names',
        actions,
        through,
        on: [...new Set(on)],
        ...encryptionOf(through),
      };
    }),
    ...modelsNamed(statements.map(({ statement }) => statement)).map((model): FlowSketch => ({
      kind: 'model',
      from: caller,
      to: model,
      what: 'the role names the model',
      ...UNKNOWN,
    })),
  ];
}

function encryptionOf(endpoints: readonly Resource[]): InTransit {
  const answers = endpoints.map(throughEndpoint);
  const [answer] = answers;
  return answer && answers.every(({ encryption }) => encryption === 'tls') ? answer : UNKNOWN;
}

const NAMED = /\$\{(?<id>[A-Za-z0-9]+)(?:\.[A-Za-z.]+)?\}/gu;
/** A statement is asked for every service it names. */
const named = new WeakMap<Statement, readonly Resource[]>();

/** Assets that a statement names by reference, in the template of the policy or the one other that has the logical id. */
function assetsNamed({ statement, resource: { template } }: Attached): readonly Resource[] {
  const before = named.get(statement);
  if (before) return before;
  const ids = statement.resources.flatMap((text) =>
    [...text.matchAll(NAMED)].flatMap(({ groups }) => groups?.['id'] ?? []),
  );
  const assets = [...new Set(ids)].flatMap((logicalId) => {
    const own = template.resource(logicalId);
    const found = own
      ? [own]
      : template.assembly.templates.flatMap((other) => other.resource(logicalId) ?? []);
    return found.length === 1 ? found.filter(({ type }) => assetKind(type) !== undefined) : [];
  });
  named.set(statement, assets);
  return assets;
}
