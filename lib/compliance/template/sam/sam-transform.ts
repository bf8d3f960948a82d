import type { Expansion, Hidden, Origin } from '../expansion/origin';
import { isObject, own, type Json, type JsonObject } from '../json';
import { expandApi, expandHttpApi } from './apis';
import { expandConnector } from './connector';
import { expandFunction, expandLayerVersion } from './function';
import { globalsSection, withGlobals } from './globals';
import { expandGraphQlApi } from './graphql-api';
import { methodOf } from './methods';
import { expandApplication, expandSimpleTable, expandStateMachine } from './others';
import { objectOf, type Expanded, type Made, type Route, type SamResource } from './sam-resource';

const PREFIX = 'AWS::Serverless::';
const REST_API = 'AWS::Serverless::Api';
const HTTP_API = 'AWS::Serverless::HttpApi';
/** The APIs SAM makes for events that name none. */
const IMPLICIT = { rest: 'ServerlessRestApi', http: 'ServerlessHttpApi' } as const;

export function isServerless(type: Json | undefined): boolean {
  return typeof type === 'string' && type.startsWith(PREFIX);
}

/**
 * The resources that `AWS::Serverless` types become, under the names their authors gave.
 * @param known origins of resources that an earlier transform made
 */
export function expandServerless(
  body: JsonObject,
  known: ReadonlyMap<string, Origin>,
): Expansion<JsonObject> {
  return new SamTransform(body, known).run();
}

class SamTransform {
  private readonly origins = new Map<string, Origin>();
  private readonly hidden: Hidden[] = [];
  /** Of what nobody wrote. */
  private readonly places = new Map<string, readonly string[]>();
  private readonly resources: JsonObject;

  constructor(
    private readonly body: JsonObject,
    private readonly known: ReadonlyMap<string, Origin>,
  ) {
    this.resources = objectOf(own(body, 'Resources'));
  }

  run(): Expansion<JsonObject> {
    const written = Object.entries(this.resources).map(([logicalId, definition]) => {
      const type = isObject(definition) ? own(definition, 'Type') : undefined;
      const isSam = isObject(definition) && typeof type === 'string' && isServerless(type);
      return {
        logicalId,
        definition,
        sam: isSam ? this.samResource(logicalId, type, definition) : undefined,
      };
    });
    const first = new Map(written.map((each) => [each.logicalId, each.sam && this.expand(each.sam)]));
    const routes = [...first.values()].flatMap((expanded) => expanded?.routes ?? []);
    const members: [string, Json | undefined][] = [];
    const taken = new Set(Object.keys(this.resources));
    const emit = (sam: SamResource, { made, hidden = [] }: Expanded) => {
      this.hidden.push(...hidden);
      for (const each of made) {
        // a resource of the author's wins: CloudFormation would refuse two of one name
        if (each.logicalId !== sam.logicalId && taken.has(each.logicalId)) continue;
        taken.add(each.logicalId);
        members.push([each.logicalId, each.definition]);
        this.origins.set(each.logicalId, this.originOf(sam, each));
      }
    };
    const emitMethods = (api: SamResource, ofApi: readonly Route[]) => {
      for (const route of ofApi) emit(route.owner, { made: methodOf(route, api) });
    };
    for (const { logicalId, definition, sam } of written) {
      if (!sam) members.push([logicalId, definition]);
      else emit(sam, first.get(logicalId) ?? this.expandApis(sam, routes));
      if (sam)
        emitMethods(
          sam,
          routes.filter(({ api }) => api === logicalId),
        );
    }
    for (const kind of ['rest', 'http'] as const) {
      const implied = routes.filter((route) => route.kind === kind && route.api === undefined);
      const [route] = implied;
      if (!route || taken.has(IMPLICIT[kind])) continue;
      const [api, expanded] = this.implicitApi(kind, route, implied);
      emit(api, expanded);
      emitMethods(api, implied);
    }
    return {
      body: { ...this.body, Resources: Object.fromEntries(members) },
      origins: this.origins,
      hidden: this.hidden,
    };
  }

  private samResource(logicalId: string, type: string, definition: JsonObject): SamResource {
    const properties = withGlobals(this.body, type, objectOf(own(definition, 'Properties')));
    return { logicalId, type, properties, definition };
  }

  /** Undefined for APIs: they come after those that add routes to them. */
  private expand(sam: SamResource): Expanded | undefined {
    switch (sam.type) {
      case 'AWS::Serverless::Function':
        return expandFunction(sam);
      case 'AWS::Serverless::LayerVersion':
        return expandLayerVersion(sam);
      case 'AWS::Serverless::SimpleTable':
        return expandSimpleTable(sam);
      case 'AWS::Serverless::StateMachine':
        return expandStateMachine(sam);
      case 'AWS::Serverless::Application':
        return expandApplication(sam);
      case 'AWS::Serverless::Connector':
        return expandConnector(sam, this.resources);
      case 'AWS::Serverless::GraphQLApi':
        return expandGraphQlApi(sam);
      case REST_API:
      case HTTP_API:
        return undefined;
      default:
        return {
          made: [{ logicalId: sam.logicalId, definition: sam.definition }],
          hidden: [
            {
              logicalId: sam.logicalId,
              property: '',
              reason: 'is of a serverless type the reader does not know',
            },
          ],
        };
    }
  }

  private expandApis(sam: SamResource, routes: readonly Route[]): Expanded {
    const mine = routes.filter(({ api }) => api === sam.logicalId);
    return sam.type === REST_API ? expandApi(sam, mine) : expandHttpApi(sam, mine);
  }

  private implicitApi(
    kind: 'rest' | 'http',
    { owner }: Route,
    routes: readonly Route[],
  ): [SamResource, Expanded] {
    const type = kind === 'rest' ? REST_API : HTTP_API;
    const given = kind === 'rest' ? { StageName: 'Prod' } : {};
    const sam = this.samResource(IMPLICIT[kind], type, { Type: type, Properties: given });
    // nobody wrote it: its defaults have a place, and failing that the function that asks for it
    const section = globalsSection(type);
    const globals = section === undefined ? undefined : own(objectOf(own(this.body, 'Globals')), section);
    const at =
      section !== undefined && globals !== undefined
        ? ['Globals', section]
        : ['Resources', owner.logicalId, 'Properties', 'Events'];
    this.places.set(sam.logicalId, at);
    return [sam, kind === 'rest' ? expandApi(sam, routes) : expandHttpApi(sam, routes)];
  }

  private originOf(sam: SamResource, { paths }: Made): Origin {
    const { logicalId, type } = sam;
    const section = globalsSection(type);
    const at = this.places.get(logicalId) ?? this.known.get(logicalId)?.at ?? ['Resources', logicalId];
    return {
      logicalId,
      type,
      at,
      ...(paths ? { paths } : {}),
      ...(section === undefined ? {} : { defaults: ['Globals', section] }),
    };
  }
}
