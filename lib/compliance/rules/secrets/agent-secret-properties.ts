const COMPANIES = ['Atlassian', 'Custom', 'Github', 'Google', 'Included', 'Linkedin', 'Microsoft', 'Salesforce', 'Slack'];

/** As `SECRET_PROPERTIES`, for the credentials that agents use. */
export const AGENT_SECRET_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  'AWS::BedrockAgentCore::ApiKeyCredentialProvider': ['ApiKey'],
  'AWS::BedrockAgentCore::OAuth2CredentialProvider': COMPANIES.map(
    (company) => `Oauth2ProviderConfigInput.${company}Oauth2ProviderConfig.ClientSecret`,
  ),
  'AWS::BedrockAgentCore::PaymentCredentialProvider': [
    'ProviderConfigurationInput.CoinbaseCdpConfiguration.ApiKeySecret',
    'ProviderConfigurationInput.CoinbaseCdpConfiguration.WalletSecret',
    'ProviderConfigurationInput.StripePrivyConfiguration.AppSecret',
    'ProviderConfigurationInput.StripePrivyConfiguration.AuthorizationPrivateKey',
  ],
};
