import { TAKES_NO_GUARDRAIL } from '../../contract/guardrail';
import { readApprovals } from '../approvals/read-approvals';
import { partitionOf } from '../deployed/identities';
import { parseArn } from '../policy/arn';
import type { Assembly } from '../template/assembly';
import type { MatrixModel } from './access-matrix';
import type { Estate } from './estate';
import type { Principal } from './principals';
import { namedModels, type NamedModels } from './named-models';

/** One of the authorizations that a call of a model needs. */
export interface Step {
  readonly arn: string;
  /** What `aws:RequestedRegion` says of it. */
  readonly requestedRegion: string;
  /** The profile it is called through. */
  readonly profile?: string;
}

export interface Target {
  readonly model: MatrixModel;
  readonly index: number;
  /** All of them must be allowed. Profiles are those of the caller's account. */
  steps(account: string): readonly Step[];
}

/** More are left out: policies that name so many are no allow-list. */
const MOST_MODELS = 200;
/** An id that no model has, and none will: nobody approved it. */
const UNAPPROVED = 'hipaa-ai-probe.unapproved-v1:0';
const ABROAD = ['eu-central-1', 'ap-southeast-2', 'sa-east-1', 'us-west-1', 'ca-central-1', 'af-south-1'];
/** The Region of a request that a global profile sends wherever it likes. Source: Bedrock user guide, "Global cross-Region inference". */
const ANYWHERE = 'unspecified';

/** Models and profiles that any policy names, and probes that none does. */
export function modelsOf(
  estate: Estate,
  principals: readonly Principal[],
  assembly: Assembly,
): { readonly targets: readonly Target[]; readonly leftOut: readonly string[] } {
  const home = homeOf(principals);
  const named = namedModels(estate, principals, home);
  const approvals = readApprovals(assembly.templates).models;
  const destinations = new Map(
    approvals.flatMap(({ inferenceProfile, destinationRegions }) =>
      inferenceProfile === undefined ? [] : [[inferenceProfile, destinationRegions] as const],
    ),
  );
  const approvedModels = new Set(
    approvals.flatMap(({ modelId, regions, inferenceProfile }) =>
      regions.map((region) => `${inferenceProfile ?? modelId} ${region}`),
    ),
  );
  const answersOf = (profile: string, region: string): readonly string[] => {
    const listed = destinations.get(profile) ?? named.regionsOf(modelBehind(profile));
    return listed.length > 0 ? listed : [region];
  };
  const all = [
    ...named.models.map(({ id, region }) =>
      draft('model', `${id} in ${region}`, region, [region], () => [alone(id, region)]),
    ),
    ...named.profiles.map(({ id, region }) =>
      draft('profile', `${id} from ${region}`, region, answersOf(id, region), (account) =>
        throughProfile(id, region, account, answersOf(id, region)),
      ),
    ),
    ...named.applicationProfiles.map((profile) => {
      const region = parseArn(profile.arn)?.region ?? home;
      const behind = profile.models.map(({ id, region: each }) => ({
        ...alone(id, each),
        profile: profile.arn,
      }));
      const answers = behind.length > 0 ? behind.map((step) => step.requestedRegion) : [region];
      return draft('application-profile', profile.name, region, answers, () => [
        { arn: profile.arn, requestedRegion: region },
        ...behind,
      ]);
    }),
    ...named.others.map((arn) => {
      const { region = home, resource = arn } = parseArn(arn) ?? {};
      return draft('other', `${resource} in ${region}`, region, [region], () => [
        { arn, requestedRegion: region },
      ]);
    }),
  ].map((each) => ({
    ...each,
    model: { ...each.model, approved: approvedModels.has(each.model.name.replace(/ (?:in|from) /u, ' ')) },
  }));
  const kept = all.slice(0, MOST_MODELS);
  const leftOut = [
    ...(all.length > MOST_MODELS
      ? [
          `${all.length - MOST_MODELS} of ${all.length} models that policies name; the first ${MOST_MODELS} are shown`,
        ]
      : []),
    ...(named.unread > 0
      ? [
          `${named.unread} statements or patterns for models with a value known only at deployment; no column is made of them`,
        ]
      : []),
  ];
  const targets = [...kept, ...probes(named, home, answersOf)];
  return { targets: targets.map((each, index) => ({ ...each, index })), leftOut };
}

type Draft = Omit<Target, 'index'>;

function draft(
  kind: MatrixModel['kind'],
  name: string,
  region: string,
  answersIn: readonly string[],
  steps: Target['steps'],
): Draft {
  const takesGuardrail = !TAKES_NO_GUARDRAIL.test(/^\S*/u.exec(name)?.[0] ?? '');
  return { model: { name, kind, region, answersIn, approved: false, takesGuardrail }, steps };
}

function probes(
  named: NamedModels,
  home: string,
  answersOf: (profile: string, region: string) => readonly string[],
): readonly Draft[] {
  const id = named.models[0]?.id ?? UNAPPROVED;
  const abroad = ABROAD.find((region) => !named.regions.has(region)) ?? 'me-south-1';
  const [profile] = named.profiles;
  const application = (account: string) =>
    `arn:${partitionOf(home)}:bedrock:${home}:${account}:application-inference-profile/hipaaaiprobe`;
  return [
    draft('probe', 'a model nobody approved', home, [home], () => [alone(UNAPPROVED, home)]),
    draft('probe', 'an application profile of a model nobody approved', home, [home], (account) => [
      { arn: application(account), requestedRegion: home },
      { ...alone(UNAPPROVED, home), profile: application(account) },
    ]),
    draft('probe', `global.${id}`, home, [ANYWHERE], (account) => [
      ...throughProfile(`global.${id}`, home, account, [home]),
      {
        arn: `arn:${partitionOf(home)}:bedrock:::foundation-model/${id}`,
        requestedRegion: ANYWHERE,
        profile: profileArn(`global.${id}`, home, account),
      },
    ]),
    draft('probe', `${id} in ${abroad}, which no policy names`, abroad, [abroad], () => [alone(id, abroad)]),
    ...(profile
      ? [
          draft(
            'probe',
            `${profile.id}, should it answer in ${abroad} too`,
            profile.region,
            [abroad],
            (account) =>
              throughProfile(profile.id, profile.region, account, [
                ...answersOf(profile.id, profile.region),
                abroad,
              ]),
          ),
        ]
      : []),
  ];
}

function alone(id: string, region: string): Step {
  return {
    arn: `arn:${partitionOf(region)}:bedrock:${region}::foundation-model/${id}`,
    requestedRegion: region,
  };
}

function throughProfile(
  profile: string,
  region: string,
  account: string,
  answersIn: readonly string[],
): readonly Step[] {
  const arn = profileArn(profile, region, account);
  const id = modelBehind(profile);
  return [
    { arn, requestedRegion: region },
    ...answersIn.map((each) => ({ ...alone(id, each), profile: arn })),
  ];
}

function profileArn(profile: string, region: string, account: string): string {
  return `arn:${partitionOf(region)}:bedrock:${region}:${account}:inference-profile/${profile}`;
}

/** `us.amazon.nova-pro-v1:0` is a geography and a model. */
function modelBehind(profile: string): string {
  return profile.slice(profile.indexOf('.') + 1);
}

/** The Region of most roles. */
function homeOf(principals: readonly Principal[]): string {
  const counts = new Map<string, number>();
  for (const { region, resource } of principals)
    counts.set(region, (counts.get(region) ?? 0) + (resource ? 2 : 1));
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? 'us-east-1';
}
