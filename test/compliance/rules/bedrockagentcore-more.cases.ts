import { evaluationPrompt } from '../../../lib/compliance/rules/bedrockagentcore/evaluation-prompt';
import { jwtClaims } from '../../../lib/compliance/rules/bedrockagentcore/jwt-claims';
import { browserSigned } from '../../../lib/compliance/rules/bedrockagentcore/browser-signed';
import { jwtNarrow } from '../../../lib/compliance/rules/bedrockagentcore/jwt-narrow';
import { memoryRetained } from '../../../lib/compliance/rules/bedrockagentcore/memory-retained';
import { policyEnforced } from '../../../lib/compliance/rules/bedrockagentcore/policy-enforced';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, NOTHING, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const RUNTIME = 'AWS::BedrockAgentCore::Runtime';
const JWT = 'Properties.AuthorizerConfiguration.CustomJWTAuthorizer';
const jwt = (change: JsonObject) =>
  subject(RUNTIME, {
    AuthorizerConfiguration: {
      CustomJWTAuthorizer: { AllowedAudience: ['a'], AllowedClients: ['c'], AllowedScopes: ['s'], ...change },
    },
  });

const evaluated = (minutes: Json) =>
  subject('AWS::BedrockAgentCore::OnlineEvaluationConfig', {
    Rule: { SessionConfig: { SessionTimeoutMinutes: minutes } },
  });

export const bedrockagentcoreMoreCases = [
  casesOf(browserSigned, {
    'the safe setting is compliant': subject('AWS::BedrockAgentCore::BrowserCustom', {
      BrowserSigning: { Enabled: true },
    }),
    'the unsafe setting is a finding': seen(
      subject('AWS::BedrockAgentCore::BrowserCustom'),
      'Properties.BrowserSigning.Enabled',
    ),
    'a setting left to a parameter is unknown': subject('AWS::BedrockAgentCore::BrowserCustom', {
      BrowserSigning: { Enabled: OPEN },
    }),
  }),
  casesOf(jwtNarrow, {
    'all three is compliant': jwt({}),
    'callers by IAM is compliant': subject(RUNTIME),
    'no scopes is a finding': seen(jwt({ AllowedScopes: NOTHING }), `${JWT}.AllowedScopes`),
    'no audience and no clients is a finding': seen(
      jwt({ AllowedAudience: [], AllowedClients: NOTHING }),
      `${JWT}.AllowedAudience`,
      `${JWT}.AllowedClients`,
    ),
    'scopes left to a parameter is unknown': jwt({ AllowedScopes: OPEN }),
  }),
  casesOf(memoryRetained, {
    'one that stays is compliant': stack({
      Subject: resource(
        'AWS::BedrockAgentCore::Memory',
        {},
        { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
      ),
    }),
    'one that goes is a finding': seen(
      subject('AWS::BedrockAgentCore::Memory'),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'one that goes when replaced is a finding': seen(
      stack({ Subject: resource('AWS::BedrockAgentCore::Memory', {}, { DeletionPolicy: 'Retain' }) }),
      'UpdateReplacePolicy',
    ),
  }),
  casesOf(policyEnforced, {
    'the safe setting is compliant': subject('AWS::BedrockAgentCore::Policy'),
    'the unsafe setting is a finding': seen(
      subject('AWS::BedrockAgentCore::Policy', { EnforcementMode: 'LOG_ONLY' }),
      'Properties.EnforcementMode',
    ),
    'findings that are ignored is a finding': seen(
      subject('AWS::BedrockAgentCore::Policy', { ValidationMode: 'IGNORE_ALL_FINDINGS' }),
      'Properties.ValidationMode',
    ),
    'a setting left to a parameter is unknown': subject('AWS::BedrockAgentCore::Policy', {
      EnforcementMode: OPEN,
    }),
  }),
  casesOf(jwtClaims, {
    'a claim about the user is compliant': jwt({ CustomClaims: [{ InboundTokenClaimName: 'groups' }] }),
    'callers by IAM is compliant': subject(RUNTIME),
    'no claims is a finding': seen(jwt({}), `${JWT}.CustomClaims`),
    'an empty list is a finding': jwt({ CustomClaims: [] }),
    'claims left to a parameter is unknown': jwt({ CustomClaims: OPEN }),
  }),
  casesOf(evaluationPrompt, {
    'the default is compliant': evaluated(NOTHING),
    'an hour is compliant': evaluated(60),
    'a minute more is a finding': seen(evaluated(61), 'Properties.Rule.SessionConfig.SessionTimeoutMinutes'),
    'a time left to a parameter is unknown': evaluated(OPEN),
  }),
];
