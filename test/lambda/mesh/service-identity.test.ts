import * as fc from 'fast-check';
import { identityOfSecret, spiffeId } from '../../../lambda/mesh/service-identity';
import { SERVICE_NAME, spiffeId as constructed } from '../../../lib/mesh/spiffe-id';

const arnOf = (name: string) => `arn:aws:secretsmanager:us-east-1:111122223333:secret:${name}`;

test('the ARN of a secret says whom it is for', () => {
  expect(identityOfSecret(arnOf('hipaa-ai-mesh/phi.internal/ai-gateway-AbCdEf'))).toEqual({
    trustDomain: 'phi.internal',
    service: 'ai-gateway',
    spiffeId: 'spiffe://phi.internal/service/ai-gateway',
  });
});

test('constructs and handlers write the same id', () => {
  fc.assert(
    fc.property(fc.stringMatching(SERVICE_NAME), (service) => {
      expect(spiffeId('phi.internal', service)).toBe(constructed('phi.internal', service));
      expect(identityOfSecret(arnOf(`hipaa-ai-mesh/phi.internal/${service}-AbCdEf`)).service).toBe(service);
    }),
  );
});

test('what looks like the end of an ARN may be part of a name', () => {
  expect(identityOfSecret(arnOf('hipaa-ai-mesh/phi.internal/billing-abcdef-XyZ123')).service).toBe(
    'billing-abcdef',
  );
});

test.each([
  'hipaa-ai-mesh/phi.internal/billing',
  'hipaa-ai-mesh/phi.internal/a/b-AbCdEf',
  'hipaa-ai-mesh/phi.internal/..-AbCdEf',
  'hipaa-ai-mesh/phi/billing-AbCdEf',
  'hipaa-ai-mesh/phi.internal/Billing-AbCdEf',
  'hipaa-ai-mesh/phi.internal/billing-AbCdEf\n',
  'x/hipaa-ai-mesh/phi.internal/billing-AbCdEf',
  'hipaa-ai-mesh-trust/pins-AbCdEf',
  `hipaa-ai-mesh/phi.internal/${'a'.repeat(41)}-AbCdEf`,
])('%j is no identity', (name) => {
  expect(() => identityOfSecret(arnOf(name))).toThrow('EVENT_REFUSED');
});
