import { partitionOf } from '../deployed/identities';
import type { Resource } from '../template/resource';
import type { Cell, GuardrailUse } from './access-matrix';
import { statementsOf } from './classes';
import { all, any, decide, type Answer, type Ask } from './decide';
import { APPLY_GUARDRAIL, OPEN_KEY, type DOOR_FACTS } from './doors';
import type { Estate, Place } from './estate';
import type { Target } from './models';
import type { Principal } from './principals';
import { ownResources } from './own-resources';

const GUARDRAIL_KEY = 'bedrock:guardrailidentifier';

/** Numbered guardrails that are tried for one principal, of those its policies name. */
export const MOST_GUARDRAILS = 3;

/** What one cell asks. */
interface Question {
  readonly facts: (typeof DOOR_FACTS)[number];
  readonly asked: Principal;
  readonly place: Place;
  readonly target: Target | undefined;
  readonly guardrail: GuardrailUse | undefined;
}

/** Asks the evaluator for cells, and counts how often. */
export class Asker {
  evaluations = 0;
  readonly #estate: Estate;
  readonly #guardrails = new WeakMap<Principal, readonly string[]>();
  readonly #known = new WeakMap<Principal, Map<string, Answer>>();
  readonly #versions: readonly string[];
  readonly #keys: ReadonlyMap<string, Resource>;
  readonly #resources: ReadonlyMap<string, readonly string[]>;

  constructor(estate: Estate, principals: readonly Principal[]) {
    this.#estate = estate;
    const { assembly } = estate.deployed;
    this.#versions = assembly.resourcesOf('AWS::Bedrock::GuardrailVersion').map((version) => {
      const arn = estate.deployed.attribute(version, 'GuardrailArn') ?? '';
      return `${arn}:${estate.deployed.attribute(version, 'Version') ?? ''}`;
    });
    const keys = new Map(
      assembly.resourcesOf('AWS::KMS::Key').map((key) => [estate.deployed.arnOf(key), key]),
    );
    this.#keys = new Map(
      assembly.resourcesOf('AWS::Bedrock::Guardrail').flatMap((guardrail) => {
        const [arn = ''] = guardrail.property('KmsKeyArn').texts();
        const key = keys.get(arn);
        return key ? [[estate.deployed.arnOf(guardrail), key] as const] : [];
      }),
    );
    this.#resources = ownResources(estate, principals);
  }

  /** With the numbered guardrail only where there is one. */
  guardrailUses(asked: Principal): readonly GuardrailUse[] {
    return this.#numbered(asked).length > 0 ? ['numbered', 'other', 'none'] : ['other', 'none'];
  }

  /** Whether guardrail and key let a principal, as text to compare principals by. */
  needsOf(asked: Principal): string {
    const [elsewhere] = this.#estate.places;
    if (!elsewhere) return '';
    return this.#numbered(asked)
      .map((identifier) => JSON.stringify(this.#needs(asked, elsewhere, identifier)))
      .join('\n');
  }

  /** Undefined where there is nothing to ask: another account's own models are not our concern. */
  ask({
    facts,
    asked,
    place,
    target,
    guardrail,
  }: Question): Pick<Cell, 'verdict' | 'only' | 'by'> | undefined {
    let answered: Answer | undefined;
    const ways = facts.actions.flatMap((action): readonly (readonly [string, Answer])[] => {
      if (target) {
        if (asked.principal.kind === 'other-account' && !place.policy) return [];
        const [first = action] = facts.actions;
        const isAsked = answered && this.#treatsAlike(asked, place, first, action);
        if (!isAsked) answered = this.#invoke(action, asked, place, target, guardrail);
        return answered ? [[action, answered]] : [];
      }
      const arns = this.#arns(facts.door, facts.resources, asked, place);
      return arns.map((arn) => [
        action,
        this.#decide(asked, place, { action, arn, requestedRegion: asked.region }),
      ]);
    });
    if (ways.length === 0) return undefined;
    const { verdict, by } = any(ways.map(([, answer]) => answer));
    const allowed = ways.filter(([, answer]) => answer.verdict === 'allowed').map(([action]) => action);
    const isPartly = allowed.length > 0 && facts.actions.some((action) => !allowed.includes(action));
    return { verdict, ...(isPartly ? { only: [...new Set(allowed)] } : {}), by };
  }

  /** Whether all policies speak of two actions of a door in one breath, as most do. */
  #treatsAlike(asked: Principal, place: Place, one: string, other: string): boolean {
    const layers = [
      asked.identity,
      ...(asked.boundary ? [asked.boundary] : []),
      ...(place.policy ? [place.policy] : []),
      ...this.#estate.controlPolicies('scp', asked.account),
      ...this.#estate.controlPolicies('rcp', asked.account),
    ];
    return layers.every((layer) => layer.treatsAlike(one, other));
  }

  #invoke(
    action: string,
    asked: Principal,
    place: Place,
    target: Target,
    guardrail: GuardrailUse | undefined,
  ): Answer {
    const identifiers = this.#identifiers(asked, guardrail);
    return any(
      identifiers.map((identifier) => {
        const answer = all(this.#steps(action, asked, place, target, identifier));
        // a call that its own policies deny needs nothing else
        if (guardrail !== 'numbered' || identifier === undefined || answer.verdict === 'denied')
          return answer;
        return all([answer, this.#needs(asked, place, identifier)]);
      }),
    );
  }

  *#steps(
    action: string,
    asked: Principal,
    place: Place,
    target: Target,
    identifier: string | undefined,
  ): Generator<Answer> {
    for (const { arn, requestedRegion, profile } of target.steps(asked.account)) {
      const context = {
        ...(identifier === undefined ? {} : { 'bedrock:GuardrailIdentifier': [identifier] }),
        ...(profile === undefined ? {} : { 'bedrock:InferenceProfileArn': [profile] }),
      };
      yield this.#decide(asked, place, { action, arn, requestedRegion, context });
    }
  }

  /**
   * To apply the guardrail, and to open it. Bedrock does both for the call: whether that bears the endpoint of the call is
   * documented nowhere, so that both readings must agree.
   */
  #needs(asked: Principal, place: Place, identifier: string): Answer {
    const known = this.#known.get(asked) ?? new Map<string, Answer>();
    const key = `${place.index} ${identifier}`;
    const answer = known.get(key) ?? this.#askNeeds(asked, place, identifier);
    this.#known.set(asked, known.set(key, answer));
    return answer;
  }

  #askNeeds(asked: Principal, place: Place, identifier: string): Answer {
    const arn = identifier.slice(0, identifier.lastIndexOf(':'));
    const [elsewhere] = this.#estate.places;
    const ask = { action: APPLY_GUARDRAIL, arn, requestedRegion: asked.region, needs: true } as const;
    const forCaller = {
      ...ask,
      context: { 'aws:ViaAWSService': ['true'], 'aws:CalledVia': ['bedrock.amazonaws.com'] },
    };
    const direct = this.#decide(asked, place, ask);
    const through = elsewhere ? this.#decide(asked, elsewhere, forCaller) : direct;
    const applied: Answer =
      direct.verdict === through.verdict
        ? direct
        : { verdict: 'unknown', by: direct.verdict === 'allowed' ? through.by : direct.by };
    const key = this.#keys.get(arn);
    return key && elsewhere ? all([applied, this.#opens(asked, elsewhere, key)]) : applied;
  }

  #opens(asked: Principal, elsewhere: Place, key: Resource): Answer {
    const { deployed } = this.#estate;
    const region = deployed.regionOf(key);
    const context = {
      'aws:ViaAWSService': ['true'],
      'kms:CallerAccount': [asked.account],
      'kms:ViaService': [`bedrock.${region}.amazonaws.com`],
    };
    const ask = {
      action: OPEN_KEY,
      arn: deployed.arnOf(key),
      requestedRegion: region,
      context,
      needs: true,
    } as const;
    this.evaluations += 1;
    return decide(this.#estate, asked, elsewhere, ask, this.#estate.keyPolicy(key));
  }

  #decide(asked: Principal, place: Place, ask: Ask): Answer {
    this.evaluations += 1;
    return decide(this.#estate, asked, place, ask);
  }

  #identifiers(asked: Principal, guardrail: GuardrailUse | undefined): readonly (string | undefined)[] {
    if (guardrail === 'numbered') return this.#numbered(asked);
    if (guardrail !== 'other') return [undefined];
    const { region, account } = asked;
    return [`arn:${partitionOf(region)}:bedrock:${region}:${account}:guardrail/anotherguardrail:1`];
  }

  /** Those the principal's own policies name, else those of the policies around it, else any version of the assembly. */
  #numbered(asked: Principal): readonly string[] {
    const known = this.#guardrails.get(asked);
    if (known) return known;
    const own = identifiersIn(statementsOf(asked));
    const named = own.length > 0 ? own : identifiersIn(this.#estate.shared());
    // where nobody names one, any is as good as another
    const guardrails = (named.length > 0 ? named : this.#versions.slice(0, 1)).slice(0, MOST_GUARDRAILS);
    this.#guardrails.set(asked, guardrails);
    return guardrails;
  }

  /** What an action without a model may be asked on; those of others, for whom is asked from another account. */
  #arns(door: Cell['door'], kinds: readonly string[], asked: Principal, place: Place): readonly string[] {
    const { account, region } = asked;
    const own = kinds.flatMap((kind) => this.#resources.get(kind) ?? []);
    if (asked.principal.kind === 'other-account' && !place.policy) return own;
    const service = door === 'mantle' ? 'bedrock-mantle' : 'bedrock';
    const invented = kinds.map(
      (kind) => `arn:${partitionOf(region)}:${service}:${region}:${account}:${kind}PROBE00000`,
    );
    return [...new Set([...own, ...invented, '*'])];
  }
}

function identifiersIn(statements: ReturnType<typeof statementsOf>): readonly string[] {
  const named = statements
    .flatMap(({ conditions }) => conditions)
    .filter(({ key }) => key === GUARDRAIL_KEY)
    .flatMap(({ values }) => values)
    .filter((value) => /:guardrail\/[^*?${}:]+:[^*?${}:]+$/u.test(value));
  return [...new Set(named)];
}
