import { placesOf } from '../rules/cloudformation/places';
import type { Resource } from '../template/resource';
import type { Template } from '../template/template';
import { textOf, type Value } from '../template/value';
import type { FlowSketch } from './flow-sketch';
import { AWS, ELSEWHERE, INTERNET, OTHER_ACCOUNT, type End } from './ids';
import { betweenEnds, byProtocol, UNKNOWN, type InTransit } from './in-transit';
import { LINKS, type Link } from './link-table';

/** Flows that a resource describes by itself: events, deliveries, copies, targets. */
export function linkFlows(resource: Resource): readonly FlowSketch[] {
  const links = Object.hasOwn(LINKS, resource.type) ? (LINKS[resource.type] ?? []) : [];
  return links.flatMap((link) => {
    // most resources describe none of the flows that their type could
    if (!begins(resource, link.from) || !begins(resource, link.to)) return [];
    const other = otherEnd(resource, link);
    const [sources, targets] = [endsOf(resource, link.from, other), endsOf(resource, link.to, other)];
    // an event bus that is not named is the default one
    const from = sources.length === 0 && resource.type === 'AWS::Events::Rule' ? [{ end: AWS }] : sources;
    return from.flatMap((source) =>
      targets
        .filter((target) => target.end !== source.end)
        .map((target): FlowSketch => ({
          kind: link.kind,
          from: source.end,
          to: target.end,
          what: link.what,
          ...encryptionOf(resource, link, source.end, target),
        })),
    );
  });
}

/** Whether the first step of a path is there; an event bus may be left out. */
function begins(resource: Resource, path: string | undefined): boolean {
  if (path === undefined || path === 'EventBusName') return true;
  const [first = ''] = path.split(/[.[]/u, 1);
  return resource.property(first).isPresent;
}

interface Reached {
  readonly end: End;
  /** What is written in place of a resource. */
  readonly text?: string;
}

function otherEnd(resource: Resource, { isAddress, account }: Link): string {
  if (isAddress === true) return INTERNET;
  const isForeign = account !== undefined && placesOf(resource, account).some((place) => place.isPresent);
  return isForeign ? OTHER_ACCOUNT : ELSEWHERE;
}

function endsOf(resource: Resource, path: string | undefined, other: string): readonly Reached[] {
  if (path === undefined) return [{ end: resource }];
  const reached = placesOf(resource, path).flatMap((place) =>
    place
      .items()
      .flatMap((item) => item.values.flatMap((value) => reachedBy(value, resource.template, other))),
  );
  return [...new Map(reached.map((each) => [each.end, each])).values()];
}

function reachedBy(value: Value, template: Template, other: string): readonly Reached[] {
  if (value.kind === 'absent') return [];
  if (value.kind === 'reference') {
    const target = value.template.resource(value.logicalId);
    return target ? [{ end: target }] : [{ end: ELSEWHERE }];
  }
  const text = textOf(value);
  // `${Bucket.Arn}/*`, `arn:…:${Queue}`
  const [, logicalId] = /\$\{([A-Za-z0-9]+)(?:\.[A-Za-z]+)?\}[^$]*$/u.exec(text ?? '') ?? [];
  const named = logicalId === undefined ? undefined : template.resource(logicalId);
  if (named) return [{ end: named }];
  return [{ end: value.kind === 'unknown' ? ELSEWHERE : other, ...(text === undefined ? {} : { text }) }];
}

function encryptionOf(resource: Resource, link: Link, source: End, target: Reached): InTransit {
  if (link.protocol !== undefined) {
    const said = byProtocol(resource.property(link.protocol), link.what);
    if (said.encryption !== 'unknown') return said;
  }
  if (link.isAddress === true && target.text?.startsWith('https:') === true)
    return { encryption: 'tls', encryptedBy: 'the address is https' };
  return typeof source === 'string' && typeof target.end === 'string'
    ? UNKNOWN
    : betweenEnds(target.end, source);
}
