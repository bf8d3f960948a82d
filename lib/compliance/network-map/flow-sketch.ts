import { idOf, idsOf, type End } from './ids';
import type { InTransit } from './in-transit';
import type { Flow } from './network-map';

/** A flow between resources, before they become ids. */
export interface FlowSketch extends InTransit {
  readonly kind: Flow['kind'];
  readonly from: End;
  readonly to: End;
  readonly what: string;
  readonly actions?: readonly string[];
  readonly through?: readonly End[];
  readonly on?: readonly End[];
  readonly steps?: readonly End[];
  readonly protocol?: string;
  readonly ports?: string;
  readonly range?: string;
}

/** In the order of the schema, so that the same templates give the same bytes. */
export function flowOf(sketch: FlowSketch): Flow {
  const { actions, through, on, steps, protocol, ports, range, encryptedBy } = sketch;
  return {
    kind: sketch.kind,
    from: idOf(sketch.from),
    to: idOf(sketch.to),
    what: sketch.what,
    ...(actions && actions.length > 0 ? { actions: [...actions] } : {}),
    ...(through && through.length > 0 ? { through: idsOf(through) } : {}),
    ...(on && on.length > 0 ? { on: idsOf(on) } : {}),
    ...(steps && steps.length > 0 ? { steps: steps.map(idOf) } : {}),
    ...(protocol === undefined ? {} : { protocol }),
    ...(ports === undefined ? {} : { ports }),
    ...(range === undefined ? {} : { range }),
    encryption: sketch.encryption,
    ...(encryptedBy === undefined ? {} : { encryptedBy }),
  };
}
