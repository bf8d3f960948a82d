import { aws_iam as iam, type Stack } from 'aws-cdk-lib';
import { AiGateway, type AiGatewayProps } from '../../lib/gateway/ai-gateway';
import { refusal, testStack } from '../support/synthesize';
import { gatewayPlace } from './gateway-place';

describe('it is refused', () => {
  const codeOf = (change: (props: AiGatewayProps, stack: Stack) => Partial<AiGatewayProps>) => {
    const stack = testStack();
    const { props } = gatewayPlace(stack);
    return refusal(() => new AiGateway(stack, 'Gateway', { ...props, ...change(props, stack) })).code;
  };
  const someone = (stack: Stack) =>
    new iam.Role(stack, 'Someone', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });

  test('without a use case, and with one twice', () => {
    expect(codeOf(() => ({ useCases: [] }))).toBe('NoUseCases');
    expect(codeOf(({ useCases }) => ({ useCases: [...useCases, ...useCases] }))).toBe('UseCaseTwice');
  });

  test.each(['', 'rest-api', '7', '1a', 'Letters', 'a_b', 'a'.repeat(65)])(
    'with a consumer called %p',
    (name) => {
      expect(codeOf((_, stack) => ({ consumers: { [name]: someone(stack) } }))).toBe('Consumer');
    },
  );

  test.each([0, -1, 1.5, Number.NaN])('with a provisioned concurrency of %p', (provisionedConcurrency) => {
    expect(codeOf(() => ({ provisionedConcurrency }))).toBe('ProvisionedConcurrency');
  });

  test('with none of that it is not: names of 64 and one environment kept ready', () => {
    const stack = testStack();
    const { props } = gatewayPlace(stack);
    const consumers = { ['a'.repeat(64)]: someone(stack) };
    expect(
      () => new AiGateway(stack, 'Gateway', { ...props, consumers, provisionedConcurrency: 1 }),
    ).not.toThrow();
  });
});
