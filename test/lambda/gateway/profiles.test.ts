import { profileArnsOf } from '../../../lambda/gateway/model/profile-arns';
import { GATEWAY_VARIABLES } from '../../../lib/contract/environment-variables';
import { ALIASES, gatewayAsset, GatewayFleet, restEvent } from '../../support/gateway-asset';
import { manifest, PROMPT, request } from './gateway-place';

jest.setTimeout(60_000);

const ARN = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/';
const FIRST = manifest({ models: ['us.amazon.nova-pro-v1:0', 'amazon.nova-lite-v1:0'] });
const OTHER = manifest({ id: 'triage', models: ['amazon.nova-lite-v1:0'] });
const PROFILES = {
  arn: ARN,
  ids: { [FIRST.id]: ['a1b2c3d4e5f6', 'b1b2c3d4e5f6'], triage: ['c1b2c3d4e5f6'] },
};

describe('the bundle in the Lambda loop', () => {
  let fleet: GatewayFleet;
  beforeAll(async () => {
    fleet = await GatewayFleet.start({
      asset: gatewayAsset({ 'summary:3': PROMPT }),
      useCases: [FIRST, OTHER],
      profiles: PROFILES,
      streaming: 1,
    });
  });
  afterAll(async () => {
    await fleet.stop();
  });
  const asked = (): readonly string[] => fleet.bedrock.calls.splice(0).map(({ resource }) => resource);
  /** Of all writers: their chains stand one after the other. */
  const lastModel = async () =>
    (await fleet.read()).lines.toSorted((a, b) => a.time.localeCompare(b.time)).at(-1)?.entry.model;

  test.each([
    [FIRST, 'a1b2c3d4e5f6'],
    [OTHER, 'c1b2c3d4e5f6'],
  ])('asks by the profile of the use case, and records the model: %#', async (useCase, id) => {
    fleet.bedrock.behave = () => ({ say: 'Done.' });
    const answer = await fleet.invoke(restEvent(request({ useCase: useCase.id })), ALIASES.api);
    expect(answer).toMatchObject({ statusCode: 200 });
    expect(asked()).toEqual([`${ARN}${id}`]);
    expect(await lastModel()).toMatchObject({ id: useCase.models[0], fallback: false });
  });

  test('falls back on the next model by the profile of that one', async () => {
    fleet.bedrock.behave = ({ resource }) =>
      resource.endsWith('a1b2c3d4e5f6')
        ? { exception: 'ModelTimeoutException', status: 408 }
        : { say: 'Done.' };
    await fleet.invoke(request(), ALIASES.direct);
    expect(asked()).toEqual([`${ARN}a1b2c3d4e5f6`, `${ARN}b1b2c3d4e5f6`]);
    expect(await lastModel()).toMatchObject({ id: 'amazon.nova-lite-v1:0', attempts: 2, fallback: true });
  });

  test('asks by it for a stream too, and for a model that the request names', async () => {
    fleet.bedrock.behave = () => ({ pieces: ['Done.'] });
    const body = request({ stream: true, model: 'amazon.nova-lite-v1:0' });
    expect(await fleet.stream(restEvent(body), ALIASES.api)).toContain('closed');
    expect(asked()).toEqual([`${ARN}b1b2c3d4e5f6`]);
  });

  test('takes no ARN of a profile for a model: it is none of the use case', async () => {
    const answer = await fleet.invoke(request({ model: `${ARN}c1b2c3d4e5f6` }), ALIASES.direct);
    expect(answer).toMatchObject({ code: 'MODEL_REFUSED' });
    expect(asked()).toEqual([]);
  });
});

describe('profiles with which the gateway does not start', () => {
  const useCases = new Map([FIRST, OTHER].map((each) => [each.id, each]));
  const { [FIRST.id]: own, ...rest } = PROFILES.ids;

  test.each<[string, unknown]>([
    ['of another form', [PROFILES]],
    [
      'of Bedrock and not of an account',
      { ...PROFILES, arn: 'arn:aws:bedrock:us-east-1::foundation-model/' },
    ],
    ['with an id that is none', { ...PROFILES, ids: { ...PROFILES.ids, triage: ['a/b'] } }],
    ['with a use case left out', { ...PROFILES, ids: rest }],
    ['with a model left out', { ...PROFILES, ids: { ...rest, [FIRST.id]: own?.slice(1) } }],
    ['with one too many', { ...PROFILES, ids: { ...PROFILES.ids, triage: ['a', 'b'] } }],
    ['with a use case that is none', { ...PROFILES, ids: { ...PROFILES.ids, letters: ['a'] } }],
  ])('%s', (_, given) => {
    expect(() => profileArnsOf(given, useCases)).toThrow(GATEWAY_VARIABLES.profiles);
  });
});
