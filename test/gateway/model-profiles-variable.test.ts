import { modelProfilesVariable, MOST_PROFILE_BYTES } from '../../lib/gateway/model-profiles-variable';
import { UseCase } from '../../lib/gateway/use-case';
import { refusal, testStack } from '../support/synthesize';
import { modelsOf, SUMMARY } from './gateway-place';

const ARN = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/a1b2c3d4e5f6';

/** Use cases with two models each, and a profile for each of them. */
function given(names: readonly string[]) {
  const stack = testStack();
  const access = modelsOf(stack);
  const useCases = names.map((useCase) => new UseCase(stack, useCase, { ...SUMMARY, useCase, access }));
  const arns: Record<string, readonly string[]> = Object.fromEntries(names.map((name) => [name, [ARN, ARN]]));
  return { stack, useCases, arns };
}

test('one profile for each model of each use case is taken', () => {
  const { stack, useCases, arns } = given(['summary', 'letter']);
  const value = JSON.stringify(stack.resolve(modelProfilesVariable(stack, useCases, arns)));
  expect(value).toContain(String.raw`{\"summary\":[\"a1b2c3d4e5f6\",\"a1b2c3d4e5f6\"]`);
});

test.each<[string, Readonly<Record<string, readonly string[]>>]>([
  ['none', {}],
  ['one too few', { summary: [ARN] }],
  ['one too many', { summary: [ARN, ARN, ARN] }],
  ['those of another use case', { summary: [ARN, ARN], letter: [ARN] }],
])('%s is refused', (_, arns) => {
  const { stack, useCases } = given(['summary']);
  expect(refusal(() => modelProfilesVariable(stack, useCases, arns)).code).toBe('ModelProfiles');
});

test('what a variable cannot take is refused before it is deployed', () => {
  // 110 for the ARN; for each use case its id and six, and 23 for each of two profiles
  const long = (count: number, length: number) =>
    Array.from({ length: count }, (_, at) => `${at + 10}${'a'.repeat(length - 2)}`);
  const sizeOf = (names: readonly string[]) => names.reduce((sum, name) => sum + name.length + 52, 110);
  const most = [...long(16, 64), 'b'.repeat(MOST_PROFILE_BYTES - sizeOf(long(16, 64)) - 52)];
  expect(sizeOf(most)).toBe(MOST_PROFILE_BYTES);
  const fits = given(most);
  expect(() => modelProfilesVariable(fits.stack, fits.useCases, fits.arns)).not.toThrow();
  const over = given([...long(16, 64), 'b'.repeat(MOST_PROFILE_BYTES - sizeOf(long(16, 64)) - 51)]);
  const { code, message } = refusal(() => modelProfilesVariable(over.stack, over.useCases, over.arns));
  expect(code).toBe('ModelProfiles');
  expect(message).toContain(`about ${MOST_PROFILE_BYTES + 1} bytes`);
});
