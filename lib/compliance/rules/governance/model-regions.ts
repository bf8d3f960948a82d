import { parseArn } from '../../policy/arn';
import { finding, unknown } from '../../rule';

/**
 * Regions in which the profiles of a geography may answer; which of them depends on the model, and on the Region of the call.
 * Source: `CrossRegionInferenceProfileRegion` of @aws-cdk/aws-bedrock-alpha 2.275.0; not held against an account.
 */
const DESTINATIONS: Readonly<Record<string, readonly string[]>> = {
  us: ['us-east-1', 'us-east-2', 'us-west-2'],
  'us-gov': ['us-gov-east-1', 'us-gov-west-1'],
  eu: [
    'eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3',
  ],
  apac: [
    'ap-east-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-south-2', 'ap-southeast-1',
    'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-7', 'me-central-1',
  ],
  au: ['ap-southeast-2', 'ap-southeast-4'],
  jp: ['ap-northeast-1', 'ap-northeast-3'],
}; // prettier-ignore

/** The id of a profile that Bedrock defines, by itself or at the end of an ARN. */
const PROFILE =
  /(?:^|(?:inference|guardrail)-profile\/)(?<id>(?<geography>global|us|us-gov|eu|apac|jp|au|ca|sa|me|af)\..+)$/u;

/** Where prompts may be answered that are sent to a model. */
export interface ModelRegions {
  readonly allowed: readonly string[];
  /** `<profile or geography>=<Region>,<Region>`, as GetInferenceProfile tells. */
  readonly destinations: readonly string[];
}

/** What a model, or a profile, has to do with Regions that are not allowed; undefined when nothing. */
export function faultOfModel(text: string, { allowed, destinations }: ModelRegions) {
  const region = parseArn(text)?.region ?? '';
  if (/[*?]/u.test(region)) return { verdict: finding, message: 'may be called in any Region' };
  if (region !== '' && region !== '${AWS::Region}') {
    if (region.includes('${'))
      return { verdict: unknown, message: 'is called in a Region that cannot be read' };
    if (!allowed.includes(region)) return { verdict: finding, message: `is called in ${region}` };
  }
  const { id, geography } = PROFILE.exec(text)?.groups ?? {};
  if (id === undefined || geography === undefined) return undefined;
  if (geography === 'global')
    return { verdict: finding, message: 'is a global profile, which answers in any Region' };
  const answering = toldFor(id, destinations) ?? toldFor(geography, destinations) ?? DESTINATIONS[geography];
  if (!answering)
    return { verdict: unknown, message: `is a profile of ${geography}, whose Regions are not known here` };
  const astray = answering.filter((each) => !allowed.includes(each));
  return astray.length === 0
    ? undefined
    : { verdict: finding, message: `is a profile of ${geography}, which may answer in ${astray.join(', ')}` };
}

function toldFor(name: string, destinations: readonly string[]): readonly string[] | undefined {
  const told = destinations.find((each) => each.startsWith(`${name}=`));
  return told?.slice(name.length + 1).split(/\s*,\s*/u);
}
