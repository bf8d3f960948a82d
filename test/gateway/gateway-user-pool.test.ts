import { GatewayUserPool, type GatewayUserPoolProps } from '../../lib/gateway/gateway-user-pool';
import { text, texts } from '../encryption/policy-evaluator';
import { hookPlace } from '../support/hook-place';
import { at, list, onlyResource, refusal, resourcesOf, synthesize, testStack } from '../support/synthesize';

function made(changes: Partial<GatewayUserPoolProps> = {}) {
  const stack = testStack();
  const { encryptionKey, logRetention } = hookPlace(stack).place;
  const props: GatewayUserPoolProps = {
    encryptionKey,
    logRetention,
    domainPrefix: 'clinic-invented',
    callbackUrls: ['https://portal.clinic.example/signed-in'],
    logoutUrls: [],
    ...changes,
  };
  return { stack, make: () => new GatewayUserPool(stack, 'People', props) };
}
const { stack, make } = made();
make();
const template = synthesize(stack);
const pool = onlyResource(template, 'AWS::Cognito::UserPool');
const client = onlyResource(template, 'AWS::Cognito::UserPoolClient').Properties;

describe('an account', () => {
  test('is made by an administrator', () => {
    expect(pool.Properties['AdminCreateUserConfig']).toMatchObject({ AllowAdminCreateUserOnly: true });
    expect(pool.Properties['AccountRecoverySetting']).toEqual({
      RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }],
    });
  });

  test('needs a second factor, which is an app and no message', () => {
    expect(pool.Properties['MfaConfiguration']).toBe('ON');
    expect(pool.Properties['EnabledMfas']).toEqual(['SOFTWARE_TOKEN_MFA']);
    expect(pool.Properties).not.toHaveProperty('SmsConfiguration');
  });

  test('has a password of 14 characters and every class, none of 24 before', () => {
    expect(at(pool.Properties['Policies'], 'PasswordPolicy')).toEqual({
      MinimumLength: 14,
      RequireLowercase: true,
      RequireUppercase: true,
      RequireNumbers: true,
      RequireSymbols: true,
      TemporaryPasswordValidityDays: 1,
      PasswordHistorySize: 24,
    });
  });

  test('is kept under a customer-managed key, and cannot be deleted with the stack', () => {
    expect(at(pool.Properties['KeyConfiguration'], 'KeyType')).toBe('CUSTOMER_MANAGED_KEY');
    expect(text(at(pool.Properties['KeyConfiguration'], 'KmsKeyArn'))).toMatch(/^<\w+\.Arn>$/u);
    expect(pool.Properties['DeletionProtection']).toBe('ACTIVE');
    expect(pool.DeletionPolicy).toMatch(/^Retain/u);
  });
});

describe('a sign-in', () => {
  test('that looks like a theft is stopped, and each is logged', () => {
    expect(pool.Properties['UserPoolAddOns']).toEqual({ AdvancedSecurityMode: 'ENFORCED' });
    expect(pool.Properties['UserPoolTier']).toBe('PLUS');
    const risk = onlyResource(template, 'AWS::Cognito::UserPoolRiskConfigurationAttachment').Properties;
    expect(at(risk['AccountTakeoverRiskConfiguration'], 'Actions', 'HighAction', 'EventAction')).toBe(
      'BLOCK',
    );
    expect(at(risk['CompromisedCredentialsRiskConfiguration'], 'Actions', 'EventAction')).toBe('BLOCK');
    const log = onlyResource(template, 'AWS::Cognito::LogDeliveryConfiguration').Properties;
    expect(log['LogConfigurations']).toMatchObject([{ EventSource: 'userAuthEvents', LogLevel: 'INFO' }]);
  });

  test('is logged in a group without a key of KMS, to which Cognito would not write', () => {
    const groups = resourcesOf(template, 'AWS::Logs::LogGroup');
    expect(groups.filter(({ Properties }) => !('KmsKeyId' in Properties))).toHaveLength(1);
  });
});

describe('a token', () => {
  test('comes by the code flow to an application with a secret', () => {
    expect(client['GenerateSecret']).toBe(true);
    expect(client['AllowedOAuthFlows']).toEqual(['code']);
    expect(client['ExplicitAuthFlows']).toEqual(['ALLOW_USER_SRP_AUTH']);
    expect(client['PreventUserExistenceErrors']).toBe('ENABLED');
  });

  test('lives for 15 minutes; the one that gets others for 8 hours, once, and can be revoked', () => {
    expect(client).toMatchObject({
      AccessTokenValidity: 15,
      IdTokenValidity: 15,
      RefreshTokenValidity: 480,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      RefreshTokenRotation: { Feature: 'ENABLED' },
      EnableTokenRevocation: true,
    });
  });

  test('has the scopes that the paths ask for', () => {
    const server = onlyResource(template, 'AWS::Cognito::UserPoolResourceServer').Properties;
    const scopes = list(server['Scopes']).map(
      (each) => `${text(server['Identifier'])}/${text(at(each, 'ScopeName'))}`,
    );
    const { askScopes, decideScopes } = made().make();
    expect(scopes).toEqual([...askScopes, ...decideScopes]);
    expect(texts(client['AllowedOAuthScopes']).map((each) => each.replace(/^<\w+>/u, 'gateway'))).toEqual([
      'openid',
      ...scopes,
    ]);
  });
});

describe('it is refused', () => {
  const codeOf = (changes: Partial<GatewayUserPoolProps>) => refusal(made(changes).make).code;

  test.each(['', '-a', 'a-', 'A', 'a.b', 'my-cognito', 'aws-clinic', 'a'.repeat(64)])(
    'with the prefix %p',
    (domainPrefix) => {
      expect(codeOf({ domainPrefix })).toBe('DomainPrefix');
    },
  );

  test.each(['a', 'a'.repeat(63), 'a-1'])('not with the prefix %p', (domainPrefix) => {
    expect(() => made({ domainPrefix }).make()).not.toThrow();
  });

  test('with addresses in clear, or none to return to', () => {
    expect(codeOf({ callbackUrls: [] })).toBe('CallbackUrls');
    expect(codeOf({ callbackUrls: ['http://portal.clinic.example'] })).toBe('CallbackUrls');
    expect(codeOf({ logoutUrls: ['http://localhost'] })).toBe('CallbackUrls');
  });
});
