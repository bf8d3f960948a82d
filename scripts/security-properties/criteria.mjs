// What makes a property security-relevant, and how it is weakened. Drawn up from names and types of the CloudFormation
// schema, not from the rules. A criterion looks at the name of a property; a name that says nothing alone (`Enabled`,
// `Mode`) is read with its parent (`NodeToNodeEncryptionOptions.Enabled`). The first criterion of a group that fits counts.
//
//   name      the name, as above       under   a pattern that the path before the name must match
//   on        resource types           unless  a pattern that the whole path must not match
//   types     value types              scrutiny  the schema's own mark of policies
//   weaken    what the mutator does    value   what it writes; `values` by resource type
//   words     words to write, the weakest first, where the schema allows them
//   group     criteria of one group count a block and what is in it once
//   also      counts beside the first criterion that fits
//
// `weaken`: remove; set-true; set-false; shorten and lengthen (a number); other-enum (a word); other-value (a value, a
// list or a block); open-policy (Allow * on * to *, in the form of the value); open-cidr; open-principal; plain-secret
// (a literal instead of a reference); admin-policy (AdministratorAccess attached).

export const GENERIC =
  /^(enabled?|isenabled|status|state|mode|type|value|level|action|auth|algorithm|protocol|required|iam|access|default|name|policy|days|years)$/iu;

const TEXT = ['string'];
const BOOLEAN = ['boolean', 'string'];
const NUMBER = ['integer', 'number'];
const BLOCK = ['object', 'list', 'json', 'map'];

/** Words that switch a safeguard off, from the most open on. */
// prettier-ignore
export const OFF = [
  'NONE', 'None', 'none', 'NO', 'OFF', 'Off', 'off', 'DISABLED', 'Disabled', 'disabled', 'DISABLE', 'Disable', 'disable',
  'false', 'Suspended', 'SUSPENDED', 'PLAINTEXT', 'NO_AUTH', 'OPTIONAL', 'Optional', 'optional', 'PassThrough', 'passthrough',
  'LOG_ONLY', 'FAIL_OPEN', 'MUTABLE', 'Allowed', 'ALLOWED', 'NoEncryption', 'monitor', 'PREFERRED', 'preferred',
];
/** Words that open a resource to the outside. */
// prettier-ignore
const OPEN = [
  'PublicReadWrite', 'PUBLIC', 'Public', 'public', 'internet-facing', 'PublicInternetOnly', 'INTERNET', 'ENABLED', 'Enabled',
  'enabled', 'ENABLE', 'Enable', 'enable', 'unblocked', 'on', 'allow', 'ALLOW', 'true', 'DEFAULT',
];
/** Encryption with a key that the customer does not control. */
// prettier-ignore
const WEAK_ENCRYPTION = [
  'NONE', 'None', 'none', 'DISABLED', 'Disabled', 'disable', 'NO_ENCRYPTION', 'AWS_OWNED_KMS_KEY', 'AWS_OWNED_KEY', 'AWS_OWNED_CMK',
  'AES256', 'SSE_S3', 'SSE-S3', 'sse-s3', 'DEFAULT',
];

// prettier-ignore
export const criteria = [
  // --- documents the schema marks as policies, but whose weakening is their absence
  { id: 'redaction', kind: 'guardrail', types: BLOCK, weaken: 'remove', name: /^(SensitiveDataConfiguration|DataProtectionPolicy)$/u },
  { id: 'redrive-senders', kind: 'policy', types: BLOCK, weaken: 'remove', name: /^RedriveAllowPolicy$/u },
  // --- policy documents: before the rest, since their names match much
  { id: 'resource-policy', kind: 'policy', scrutiny: /^InlineResourcePolicy$/u, weaken: 'open-policy' },
  {
    id: 'policy-document', kind: 'policy', types: ['json', 'string'], weaken: 'open-policy',
    name: /(^|[a-z])(PolicyDocument|PolicyText|InlinePolicy|KeyPolicy|ResourcePolicy|ResourcePolicyDocument|AccessPolic(y|ies)|AuthPolicy|SessionPolicy|BucketPolicy|RepositoryPolicy|RegistryPolicy|TablePolicy|ResourcePolicyJson)$/u,
  },
  { id: 'policy-by-type', kind: 'policy', name: /(^|\.)(Policy|Content|DestinationPolicy|DeliveryDestinationPolicy|VectorBucketPolicy)$/u,
    on: /(Policy|AccessPoint|Destination|AuthPolicy|User|ServiceAuthorization|RegistryPolicy|KnowledgeBasePolicy)$/u,
    types: ['json', 'string'], weaken: 'open-policy' },
  { id: 'endpoint-policy', kind: 'policy', name: /^(PolicyDocument|FileSystemPolicy)$/u, on: /(EC2::VPCEndpoint|EFS::FileSystem)$/u, weaken: 'remove', also: true },
  { id: 'managed-policies', kind: 'policy', scrutiny: /^ManagedPolicies$/u, weaken: 'admin-policy' },
  { id: 'managed-policies', kind: 'policy', name: /^PolicyArn$/u, on: /EKS::AccessEntry$/u, types: TEXT, weaken: 'other-value', value: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy' },
  { id: 'managed-policies', kind: 'policy', name: /^(ManagedPolicyArns?|ManagedPolicies|PolicyArns?)$/u, types: ['list', 'string'], weaken: 'admin-policy' },
  { id: 'access-string', kind: 'policy', name: /^AccessString$/u, types: TEXT, weaken: 'other-value', value: 'on ~* &* +@all' },
  { id: 'permissions-boundary', kind: 'authorization', name: /PermissionsBoundary$/u, types: [...TEXT, 'object'], weaken: 'remove' },
  { id: 'principal', kind: 'policy', name: /^(Principal|AllowedPrincipals?|PrincipalArn|Principals)$/u,
    on: /::(Permission|LayerVersionPermission|EventBusPolicy|VPCEndpointServicePermissions|EndpointAuthorization)$/u, weaken: 'open-principal' },
  { id: 'confused-deputy', kind: 'policy', name: /^(SourceArn|SourceAccount|PrincipalOrgID|EventSourceToken)$/u, on: /::Permission$/u, types: TEXT, weaken: 'remove' },
  { id: 'account-policy-lockout', kind: 'policy', name: /^BypassPolicyLockoutSafetyCheck$/u, types: BOOLEAN, weaken: 'set-true' },
  { id: 'access-grant', kind: 'authorization', name: /^Permission$/u, on: /S3::AccessGrant$/u, types: TEXT, weaken: 'other-enum', words: ['READWRITE'] },
  { id: 'cluster-admin', kind: 'authorization', name: /^(BootstrapClusterCreatorAdminPermissions)$/u, types: BOOLEAN, weaken: 'set-true' },

  // --- transport security
  { id: 'tls-policy', kind: 'transport', name: /(^|[a-z])(SslPolicy|SSLPolicy|MinimumProtocolVersion|SslSecurityProtocol|TLSSecurityPolicy|TLSPolicy)$/u, types: TEXT,
    weaken: 'other-enum', words: ['TLSv1', 'TLSv1_2016', 'Policy-Min-TLS-1-0-2019-07', 'TLS_1_0'], value: 'ELBSecurityPolicy-TLS-1-0-2015-04',
    values: { 'AWS::CloudFront::Distribution': 'TLSv1', 'AWS::DMS::Endpoint': 'plaintext', 'AWS::Elasticsearch::Domain': 'Policy-Min-TLS-1-0-2019-07', 'AWS::OpenSearchService::Domain': 'Policy-Min-TLS-1-0-2019-07' } },
  { id: 'tls-policy', kind: 'transport', name: /^(SecurityPolicy|SecurityPolicyName)$/u, on: /(DomainName|RestApi|Server|Connector|HttpApi|Serverless::Api)$/u, types: TEXT,
    weaken: 'other-enum', words: ['TLS_1_0'], value: 'TLS_1_0', values: { 'AWS::Transfer::Server': 'TransferSecurityPolicy-2018-11', 'AWS::Transfer::Connector': 'TransferSFTPConnectorSecurityPolicy-2023-07' } },
  { id: 'origin-tls', kind: 'transport', name: /^OriginSSLProtocols$/u, weaken: 'other-value', value: ['SSLv3'] },
  { id: 'viewer-protocol', kind: 'transport', name: /^(ViewerProtocolPolicy)$/u, types: TEXT, weaken: 'other-enum', value: 'allow-all' },
  { id: 'origin-protocol', kind: 'transport', name: /^(OriginProtocolPolicy)$/u, types: TEXT, weaken: 'other-enum', value: 'http-only' },
  { id: 'plain-http', kind: 'transport', name: /(^|\.)(Protocol|InstanceProtocol)$/u, on: /(ElasticLoadBalancing|ElasticLoadBalancingV2|VpcLattice)::/u,
    unless: /HealthCheck|HealthCheckProtocol|ProtocolVersion/u, types: TEXT, weaken: 'other-enum', words: ['HTTP'], value: 'HTTP' },
  { id: 'subscription-http', kind: 'transport', name: /^Protocol$/u, on: /SNS::Subscription$/u, types: TEXT, weaken: 'other-enum', value: 'http' },
  { id: 'require-tls', kind: 'transport', types: BOOLEAN, weaken: 'set-false',
    name: /EnforceHTTPS|RequireTLS|RequireSSL|TransitEncryption(Enabled)?$|RequireEncryptionInTransit|EncryptionInTransit|NodeToNodeEncryption|InTransit|InCluster$|InterContainerTrafficEncryption|Tls\.Enabled|TLSEnabled|TLS\.Enabled|EncryptTraffic|TransitEncryptionMode$|ClientBroker$|ClusterEndpointEncryptionType|SslMode$|SSLMode$|RequireSsl|JdbcEnforceSsl|FipsEnabled|InternodeEncryption/u },
  { id: 'require-tls', kind: 'transport', types: BLOCK, weaken: 'remove', name: /^(EncryptionInTransit|NodeToNodeEncryptionOptions|TransitEncryption|InTransitEncryptionConfiguration|TlsConfig|Tls|TLSConfig|TLS)$/u },
  { id: 'unchecked-tls', kind: 'transport', types: BOOLEAN, weaken: 'set-true', name: /InsecureSsl|SkipCustomJDBCCertValidation|InsecureSkip|IgnoreClientCertificateExpiry|IgnoreCertificateExpiry/u },
  { id: 'mutual-tls', kind: 'transport', types: BLOCK, weaken: 'remove', name: /^(MutualTlsAuthentication|MutualAuthentication|ViewerMtlsConfig|MTLS|OriginMtlsConfig)$/u },
  { id: 'hsts', kind: 'transport', types: BLOCK, weaken: 'remove', name: /^StrictTransportSecurity$/u },
  { id: 'certificate', kind: 'transport', types: [...TEXT, ...BLOCK], weaken: 'remove', name: /^(Certificates|SSLCertificateId|ViewerCertificate|SslCertificateArn)$/u },
  { id: 'vpn-cipher', kind: 'transport', weaken: 'other-value', name: /^Phase[12]EncryptionAlgorithms$/u, value: [{ Value: 'AES128' }] },
  { id: 'vpn-cipher', kind: 'transport', weaken: 'other-value', name: /^Phase[12]IntegrityAlgorithms$/u, value: [{ Value: 'SHA1' }] },
  { id: 'vpn-cipher', kind: 'transport', weaken: 'other-value', name: /^Phase[12]DHGroupNumbers$/u, value: [{ Value: 2 }] },
  { id: 'vpn-cipher', kind: 'transport', weaken: 'other-value', name: /^IKEVersions$/u, value: [{ Value: 'ikev1' }] },
  { id: 'transfer-protocol', kind: 'transport', weaken: 'other-value', name: /^Protocols$/u, on: /Transfer::Server$/u, value: ['FTP'] },
  { id: 'message-encryption', kind: 'transport', types: TEXT, weaken: 'other-enum', name: /^EncryptionAlgorithm$/u, on: /^AWS::Transfer::/u, words: ['NONE'] },

  { id: 'vpc-encryption', kind: 'transport', types: TEXT, weaken: 'other-enum', words: ['monitor'], name: /\.Mode$/u, on: /VPCEncryptionControl$/u },
  { id: 'vpc-encryption', kind: 'transport', types: TEXT, weaken: 'other-enum', words: ['enable'], name: /ExclusionInput$/u, on: /VPCEncryptionControl$/u },
  // --- encryption and keys
  { id: 'encryption-off', kind: 'encryption', types: BOOLEAN, weaken: 'set-true', name: /EncryptionDisabled|DisableEncryption|UseAwsOwnedKey|AWSOwnedKey/u },
  { id: 'encryption-off', kind: 'encryption', types: TEXT, weaken: 'other-value', value: 'NoEncryption', name: /^NoEncryptionConfig$/u },
  { id: 'encryption-on', kind: 'encryption', types: BOOLEAN, weaken: 'set-false', bool: true,
    name: /Encrypted$|Encryption(Enabled)$|Encryption\w*\.Enabled$|SSEEnabled|SseEnabled|SqsManagedSseEnabled|SSESpecification\.Enabled|EncryptionAtRest\w*(\.Enabled)?$|CustomerManagedKeyEnabled|EncryptionEnabled|RotateEncryptionKey|^EncryptionSupport$/u },
  { id: 'key-rotation', kind: 'encryption', types: BOOLEAN, weaken: 'set-false', name: /^EnableKeyRotation$/u },
  { id: 'key-rotation', kind: 'encryption', types: NUMBER, weaken: 'lengthen', value: 2560, name: /^RotationPeriodInDays$/u },
  { id: 'key-reuse', kind: 'encryption', types: NUMBER, weaken: 'lengthen', value: 86400, name: /^(KmsDataKeyReusePeriodSeconds)$/u },
  { id: 'key-origin', kind: 'encryption', types: TEXT, weaken: 'other-enum', words: ['EXTERNAL'], name: /^Origin$/u, on: /KMS::Key$/u },
  { id: 'ca-key', kind: 'encryption', types: TEXT, weaken: 'other-enum', value: 'RSA_2048', words: ['RSA_2048'], name: /^KeyAlgorithm$/u, on: /(ACMPCA::CertificateAuthority|CertificateManager::Certificate)$/u },
  { id: 'ca-key', kind: 'encryption', types: TEXT, weaken: 'other-enum', words: ['FIPS_140_2_LEVEL_2_OR_HIGHER'], value: 'FIPS_140_2_LEVEL_2_OR_HIGHER', name: /^KeyStorageSecurityStandard$/u },
  { id: 'encryption-type', kind: 'encryption', types: TEXT, weaken: 'other-enum', words: WEAK_ENCRYPTION,
    name: /Encryption\w*(\.(Type|Mode|Algorithm|Option))?$|S[Ss][Ee]\w*(Type|Algorithm|Option)$|^(SSEType|SseType)$|CmkType$|Encryption\w*\.KeyType$|^KeyType$|KeyConfiguration\.Type$|CatalogEncryptionMode|^(Kms)?KeySource$/u,
    unless: /(Arn|ARN)$/u },
  { id: 'customer-key', kind: 'encryption', types: TEXT, weaken: 'remove',
    name: /(KMS|Kms|kms)\w*(Key|key)?\w*(Id|ID|Arn|ARN|Key|Identifier)$|(Kms|KMS)Key$|^KmsKey(Id)?(entifier)?$|Encryption(Key|Kms)\w*$|^SecondaryEncryptionKey|EncryptionKeyArn$|^DefaultKmsKey|KMSMasterKeyID|EncryptionContextKey$|^KmsArn$|VolumeEncryptionKey$|^KeyArn$|^CustomerEncryptionKeyArn$|^EncryptionKey$/u },
  { id: 'encryption-block', kind: 'encryption', types: BLOCK, weaken: 'remove',
    name: /Encryption(Config|Configuration|Configurations|Info|Options|Option|Specification|Settings|AtRest|Key|Options|s)?$|^(SSESpecification|SseSpecification|SSEDescription|SseConfig|SseConfiguration|ServerSideEncryptionByDefault|EncryptionContext)$|^EncryptionAtRestOptions$|^(KMSEncryptionConfig|KmsEncryptionConfig|S3Encryptions|KmsConfiguration|KmsKeyConfiguration|MLUserDataEncryption)$/u },
  { id: 'field-encryption', kind: 'encryption', types: TEXT, weaken: 'remove', name: /^FieldLevelEncryptionId$/u },
  { id: 'bucket-key-bypass', kind: 'encryption', types: BLOCK, weaken: 'remove', name: /^BlockedEncryptionTypes$/u },

  // --- public access
  { id: 'public-block', kind: 'public-access', types: BOOLEAN, weaken: 'set-false', name: /^(BlockPublic\w+|IgnorePublicAcls|RestrictPublicBuckets|EndpointPrivateAccess|DisableExecuteApiEndpoint)$/u },
  { id: 'public-block', kind: 'public-access', types: BLOCK, weaken: 'remove', name: /PublicAccessBlock(Configuration|Config)?$/u },
  { id: 'public-block', kind: 'public-access', types: TEXT, weaken: 'other-enum', words: ['unblocked', 'block-new-sharing'], value: 'block-new-sharing', name: /^State$/u, on: /SnapshotBlockPublicAccess$/u },
  { id: 'public-switch', kind: 'public-access', types: BOOLEAN, weaken: 'set-true', words: OPEN,
    name: /PubliclyAccessible|AssociatePublicIp|AssignPublicIp|MapPublicIp|AssociateCarrierIp|PublicAccess$|AllowPublic|AllowFromPublic|EndpointPublicAccess|IsPublic|PublicConnectivity|AnonymousAuthEnabled|AllowUnauthenticatedIdentities|Unauthenticated\.Enabled|PublicNetwork|Ipv6InternetAccessEnabled|AssignIpv6AddressOnCreation|PublicAccess\.Type|VpcConnectivityPublic/u },
  { id: 'public-switch', kind: 'public-access', types: TEXT, weaken: 'other-enum', words: OPEN, value: 'SERVICE_PROVIDED_EIPS', name: /^PublicAccess\.Type$/u },
  { id: 'public-word', kind: 'public-access', types: TEXT, weaken: 'other-enum', words: OPEN,
    name: /^(DirectInternetAccess|AppNetworkAccessType|NetworkMode|Scheme|EndpointType|EndpointTypes|AccessControl|Connectivity|ConnectivityType|ConnectionType|NetworkAccessType|InternetAccess|EgressType|InternetGatewayExclusionMode)$/u,
    values: { 'AWS::SageMaker::NotebookInstance': 'Enabled', 'AWS::ElasticLoadBalancing::LoadBalancer': 'internet-facing', 'AWS::ElasticLoadBalancingV2::LoadBalancer': 'internet-facing', 'AWS::Transfer::Server': 'PUBLIC', 'AWS::ApiGatewayV2::Integration': 'INTERNET', 'AWS::EC2::NatGateway': 'public' } },
  { id: 'public-endpoint', kind: 'public-access', weaken: 'other-value', value: ['EDGE'], name: /^Types$/u, under: /EndpointConfiguration/u },
  { id: 'open-origins', kind: 'public-access', types: BLOCK, weaken: 'other-value', value: ['*'], name: /^(AllowOrigins|AllowedOrigins|AccessControlAllowOrigins)$/u },
  { id: 'open-origins', kind: 'public-access', types: TEXT, weaken: 'other-value', value: "'*'", name: /^(AllowOrigin)$/u },
  { id: 'cors-credentials', kind: 'public-access', types: BOOLEAN, weaken: 'set-true', name: /^(AllowCredentials|AccessControlAllowCredentials)$/u },
  { id: 'origin-access', kind: 'public-access', types: TEXT, weaken: 'remove', name: /^(OriginAccessControlId|OriginAccessIdentity)$/u },
  { id: 'object-owner', kind: 'public-access', types: TEXT, weaken: 'other-enum', words: ['ObjectWriter'], name: /^ObjectOwnership$/u },
  { id: 'default-root', kind: 'public-access', types: TEXT, weaken: 'remove', name: /^DefaultRootObject$/u },

  // --- network placement
  { id: 'open-range', kind: 'network', types: [...TEXT, 'list'], weaken: 'open-cidr', name: /^(PublicAccessCidrs|CidrIp|CIDRIP|CidrIpv6|TargetNetworkCidr|IpRules?|AllowedIpRanges|IpRanges|WhitelistedIps|SourceCidr|CidrList)$/u },
  { id: 'open-range', kind: 'network', types: TEXT, weaken: 'open-cidr', name: /^(CidrBlock|Ipv6CidrBlock)$/u, on: /NetworkAclEntry$/u },
  { id: 'open-range', kind: 'network', types: TEXT, weaken: 'open-cidr', name: /^(DestinationCidrBlock|DestinationIpv6CidrBlock)$/u, on: /EC2::(Route|TransitGatewayRoute)$/u },
  { id: 'open-range', kind: 'network', types: TEXT, weaken: 'open-cidr', name: /^Cidr$/u, on: /(PrefixList|EMR::Cluster)$/u },
  { id: 'open-ports', kind: 'network', types: TEXT, weaken: 'other-value', value: '-1', name: /^IpProtocol$/u },
  { id: 'open-ports', kind: 'network', types: NUMBER, weaken: 'other-value', value: -1, name: /^Protocol$/u, on: /NetworkAclEntry$/u },
  { id: 'nacl-allow', kind: 'network', types: TEXT, weaken: 'other-enum', value: 'allow', words: ['allow'], name: /RuleAction$/u, on: /NetworkAclEntry$/u },
  { id: 'internet-route', kind: 'network', types: TEXT, weaken: 'other-value', value: 'igw-00000000000000000', name: /^(GatewayId)$/u, on: /EC2::Route$/u },
  { id: 'network-isolation', kind: 'network', types: BOOLEAN, weaken: 'set-false', name: /^(EnhancedVpcRouting|EnableNetworkIsolation|SourceDestCheck|PrivateDnsEnabled|EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic|DisableNetworking)$/u },
  { id: 'auto-accept', kind: 'network', types: BOOLEAN, weaken: 'set-true', words: ['enable'], name: /AutoAccept|^(SplitTunnel|AuthorizeAllGroups|AcceptAll|AllowAssociationToSharableServiceNetwork)/u },
  { id: 'acceptance', kind: 'network', types: BOOLEAN, weaken: 'set-false', name: /^AcceptanceRequired$/u },
  { id: 'default-association', kind: 'network', types: TEXT, weaken: 'other-enum', value: 'enable', words: ['enable'], name: /^DefaultRouteTable(Association|Propagation)$/u },
  { id: 'block-internet', kind: 'network', types: TEXT, weaken: 'other-enum', words: ['block-ingress'], name: /^InternetGatewayBlockMode$/u },
  { id: 'placement', group: 'placement', kind: 'network', types: BLOCK, weaken: 'remove', name: /^(Vpc|VPC)(Config|Configuration|Options|ConfigurationId|Connectivity|Settings|ConnectionConfig)?s?$|VpcConfig(uration)?$|^(NetworkConfiguration|AwsvpcConfiguration|ResourcesVpcConfig|NetworkConfig|VPCOptions|EndpointDetails)$/u },
  { id: 'placement-subnets', group: 'placement', kind: 'network', types: [...TEXT, 'list'], weaken: 'remove', name: /^(Subnets|SubnetIds|SubnetId|SubnetMappings|VpcSubnetIds|VPCZoneIdentifier|(DB|Db|Cache|Cluster|Replication)?SubnetGroup(Name|Identifier)?|(Cache|Cluster)SubnetGroupName|ReplicationSubnetGroupIdentifier|Ec2SubnetIds?)$/u,
    unless: /EndpointSubnetsOnly/u },
  { id: 'security-groups', group: 'placement', kind: 'network', types: [...TEXT, 'list'], weaken: 'remove', name: /^(SecurityGroups|SecurityGroupIds|SecurityGroupIdList|Vpc(S|s)ecurityGroups?(Ids)?|VPCSecurityGroups|ClusterSecurityGroups|CacheSecurityGroupNames|DBSecurityGroups|WorkspaceSecurityGroupId|EngineSecurityGroupId|EmrManaged\w+SecurityGroup|ServiceAccessSecurityGroup)$/u },
  { id: 'vpc-link', kind: 'network', types: TEXT, weaken: 'remove', name: /^(VpcEndpointId|VpcEndpointIds|SourceVPCEs|VpcConnectorArn)$/u },
  { id: 'vpc-endpoint-list', kind: 'network', types: ['list'], weaken: 'remove', name: /^(VpcEndpointIds|SourceVPCEs)$/u },
  { id: 'firewall', kind: 'network', types: [...TEXT, ...BLOCK], weaken: 'remove', name: /^(WebACLId|WebAclArn|WafConfiguration)$/u },
  { id: 'firewall-rules', kind: 'network', types: ['list'], weaken: 'remove', name: /^Rules$/u, on: /^AWS::WAF\w*::WebACL$/u },
  { id: 'firewall-default', kind: 'network', types: ['list'], weaken: 'other-value', value: ['aws:pass'], name: /^Stateless(Fragment)?DefaultActions$/u },
  { id: 'firewall-open', kind: 'network', types: TEXT, weaken: 'other-enum', words: ['ENABLED', 'CONTINUE'], value: 'ENABLED', name: /^(FirewallFailOpen|StreamExceptionPolicy)$/u },
  { id: 'firewall-protection', kind: 'network', types: BOOLEAN, weaken: 'set-false', name: /^(FirewallPolicyChangeProtection|SubnetChangeProtection|MutationProtection)$/u },

  // --- authentication and authorization
  { id: 'authentication-type', kind: 'authorization', types: TEXT, weaken: 'other-enum', words: ['NONE', 'None', 'none', 'ANONYMOUS', 'API_KEY', 'PASSWORD', 'no-password', 'POSTGRES_MD5'],
    name: /^(AuthorizationType|AuthType|FunctionUrlAuthType|AuthenticationType|AuthorizerType|AuthScheme|DefaultAuthScheme|IdentityType|ClientPasswordAuthType|AuthenticationStrategy|ResourceConfigurationAuthType)$|Auth(entication)?\w*\.(Type|Mode)$/u,
    values: { 'AWS::ApiGateway::Method': 'NONE', 'AWS::ApiGatewayV2::Route': 'NONE', 'AWS::AppSync::GraphQLApi': 'API_KEY', 'AWS::VpcLattice::Service': 'NONE', 'AWS::VpcLattice::ServiceNetwork': 'NONE' } },
  { id: 'authentication-required', kind: 'authorization', types: BOOLEAN, weaken: 'set-false', words: OFF,
    name: /IAMDatabaseAuthentication|IamAuthEnabled|^IAMAuth$|ApiKeyRequired|AuthorizationConfig\.IAM$|AuthorizationConfig\.Iam$|PasswordResetRequired|EnableTokenRevocation|UserPoolAddOns\.|AdvancedSecurityMode|AdvancedSecurityOptions\.Enabled|ServerSideTokenCheck|AuthorizationEnabled|FineGrainedAuthorizationEnabled|AllowAdminCreateUserOnly|ChallengeRequiredOnNewDevice|KerberosEnabled|IdcUserAssignment|EnableIamSessionBasedIdentity|ClientAuthentication\.\w+\.Enabled|(Iam|Scram|Sasl)\.Enabled|TrustedIdentityPropagationEnabled|MFA(Configuration)?$|MfaConfiguration$|RequireInstanceProperties|ReturnConnectionPasswordEncrypted/u },
  { id: 'authentication-required', kind: 'authorization', types: TEXT, weaken: 'other-enum', words: OFF, value: 'OFF', name: /^MfaConfiguration$/u },
  { id: 'unauthenticated', kind: 'authorization', types: BOOLEAN, weaken: 'set-true', name: /^(AllowClassicFlow|NoPasswordRequired|InternalUserDatabaseEnabled|AcceptRoleSessionName|DisableSessionTags)$/u },
  { id: 'authorizer', kind: 'authorization', types: [...TEXT, ...BLOCK], weaken: 'remove', name: /^(AuthorizerId|AuthorizerConfiguration|AuthorizationConfig|AuthorizationConfiguration|AuthenticationConfig|AuthenticationConfiguration|InboundAuth\w*|KerberosAttributes|ClientAuthentication|AuthorizationScopes|AccessControlConfiguration|UserTokenConfigurations|UserContextPolicy|UserPoolAddOns|AdvancedSecurityOptions|LambdaAuthorizerConfig|PolicyEngineConfiguration|AuthConfig|DefaultAuthorizer|RiskConfiguration|CompromisedCredentialsRiskConfiguration|AccountTakeoverRiskConfiguration)$/u },
  { id: 'audience', kind: 'authorization', types: ['list'], weaken: 'remove', name: /^(AllowedAudience|AllowedClients|AllowedScopes|CustomClaims|ClientIdList|ThumbprintList|TrustedKeyGroups)$/u },
  { id: 'unauthenticated', kind: 'authorization', types: BOOLEAN, weaken: 'set-true', name: /^BearerTokenAuthenticationEnabled$/u },
  { id: 'introspection', kind: 'authorization', types: TEXT, weaken: 'other-enum', value: 'ENABLED', words: ['ENABLED'], name: /^IntrospectionConfig$/u },
  { id: 'imds', kind: 'authorization', types: TEXT, weaken: 'other-enum', words: ['optional'], value: 'optional', name: /^HttpTokens$/u },
  { id: 'imds', kind: 'authorization', types: NUMBER, weaken: 'lengthen', value: 64, name: /^HttpPutResponseHopLimit$/u },
  { id: 'imds', kind: 'authorization', types: TEXT, weaken: 'other-value', value: '1', name: /^MinimumInstanceMetadataServiceVersion$/u },
  { id: 'imds', kind: 'authorization', types: BLOCK, weaken: 'remove', name: /^(MetadataOptions|InstanceMetadataServiceConfiguration)$/u },
  { id: 'instance-profile', kind: 'authorization', types: TEXT, weaken: 'remove', name: /^IamInstanceProfile$/u, on: /EC2::Instance$/u },
  { id: 'password-policy', kind: 'authorization', types: BLOCK, weaken: 'remove', name: /^PasswordPolicy$/u },
  { id: 'password-policy', kind: 'authorization', types: NUMBER, weaken: 'shorten', value: 6, name: /^(MinimumLength|PasswordLength)$/u },
  { id: 'password-policy', kind: 'authorization', types: NUMBER, weaken: 'shorten', value: 0, name: /^PasswordHistorySize$/u },
  { id: 'password-policy', kind: 'authorization', types: NUMBER, weaken: 'lengthen', value: 365, name: /^(TemporaryPasswordValidityDays|UnusedAccountValidityDays)$/u },
  { id: 'password-policy', kind: 'authorization', types: BOOLEAN, weaken: 'set-false', name: /^Require(Lowercase|Uppercase|Numbers|Symbols)$/u },
  { id: 'password-policy', kind: 'authorization', types: BOOLEAN, weaken: 'set-true', name: /^Exclude(Lowercase|Uppercase|Numbers|Punctuation)$/u },
  { id: 'user-existence', kind: 'authorization', types: TEXT, weaken: 'other-enum', value: 'LEGACY', words: ['LEGACY'], name: /^PreventUserExistenceErrors$/u },
  { id: 'auth-flows', kind: 'authorization', weaken: 'other-value', value: ['ALLOW_USER_PASSWORD_AUTH'], name: /^ExplicitAuthFlows$/u },
  { id: 'auth-flows', kind: 'authorization', weaken: 'other-value', value: ['implicit'], name: /^AllowedOAuthFlows$/u },
  { id: 'mfa-factors', kind: 'authorization', weaken: 'remove', name: /^EnabledMfas$/u },
  { id: 'client-secret', kind: 'authorization', types: BOOLEAN, weaken: 'set-false', name: /^GenerateSecret$/u },
  { id: 'automatic-logoff', kind: 'authorization', types: [...NUMBER, 'string'], weaken: 'lengthen', value: 43200,
    name: /^(MaxSessionDuration|DurationSeconds|SessionTimeoutInSeconds|SessionTimeoutInMinutes|IdleSessionTTLInSeconds|SessionTimeoutMinutes|SessionTimeoutHours|DisconnectTimeoutInSeconds|IdleDisconnectTimeoutInSeconds|SessionTimeout|AuthenticationTimeout|IdleRuntimeSessionTimeout|MaxIdleTimeoutInMinutes|IdleTimeoutInMinutes|AuthTTL|IatTTL)$/u,
    unless: /Stickiness|Schedul|TargetGroup|AutoPause|AutoStop/u },
  { id: 'automatic-logoff', kind: 'authorization', types: NUMBER, weaken: 'lengthen', value: 3600, name: /^AuthorizerResultTtlInSeconds$/u },
  { id: 'automatic-logoff', kind: 'authorization', types: NUMBER, weaken: 'lengthen', value: 365, name: /^(RefreshTokenValidity)$/u },
  { id: 'automatic-logoff', kind: 'authorization', types: NUMBER, weaken: 'lengthen', value: 24, name: /^(AccessTokenValidity|IdTokenValidity)$/u },
  { id: 'automatic-logoff', kind: 'authorization', types: TEXT, weaken: 'other-value', value: 'PT12H', name: /^SessionDuration$/u },
  { id: 'automatic-logoff', kind: 'authorization', types: BOOLEAN, weaken: 'set-false', name: /^DisconnectOnSessionTimeout$/u },
  { id: 'secret-rotation', kind: 'authorization', types: [...BLOCK, 'string'], weaken: 'remove', name: /^(RotationRules|RotationLambdaARN|HostedRotationLambda)$/u },
  { id: 'secret-rotation', kind: 'authorization', types: NUMBER, weaken: 'lengthen', value: 1000, name: /^AutomaticallyAfterDays$/u },
  { id: 'external-id', kind: 'authorization', types: TEXT, weaken: 'remove', name: /^ExternalId$/u },
  { id: 'source-account', kind: 'authorization', types: TEXT, weaken: 'remove', name: /^(ExpectedBucketOwner|BucketAccountId)$/u },

  // --- logging and audit
  { id: 'data-trace', kind: 'logging', types: BOOLEAN, weaken: 'set-true', name: /^(DataTraceEnabled|EnableDebugLogDelivery|IncludeExecutionData|LogRequestBodies)$/u },
  { id: 'data-trace', kind: 'logging', types: TEXT, weaken: 'other-enum', words: ['FULL'], name: /^IncludeDetail$/u },
  { id: 'verbose-content', kind: 'logging', types: BOOLEAN, weaken: 'set-false', name: /^ExcludeVerboseContent$/u },
  { id: 'log-validation', kind: 'integrity', types: BOOLEAN, weaken: 'set-false', name: /^EnableLogFileValidation$/u },
  { id: 'log-switch', kind: 'logging', types: BOOLEAN, weaken: 'set-false', words: OFF,
    name: /^(IsLogging|IsMultiRegionTrail|IsOrganizationTrail|MultiRegionEnabled|OrganizationEnabled|IncludeManagementEvents|IncludeGlobalServiceEvents|IncludeGlobalResourceTypes|AllSupported|IngestionEnabled|AuditLogs\.Enable|LogEnabled|BgpLogEnabled|ActionsEnabled|Audit|General|EnforceWorkGroupConfiguration)$|^Log(ging)?Enabled$|(Log|Logs|Logging|CloudWatchLog|ConnectionLog|AuditLog)\w*\.(Enabled?|Status|IsEnabled)$|AccessLoggingPolicy\.Enabled|^DebugLogging$|^CloudWatch(Output|Log)\w*Enabled$|^(TracingEnabled|XrayEnabled|TracingConfiguration\.Enabled|Tracing\.Enabled|ObservabilityEnabled)$|CertificateTransparencyLoggingPreference|^ContainerInsights$/u },
  { id: 'log-level', kind: 'logging', types: TEXT, weaken: 'other-enum', words: OFF, value: 'OFF',
    name: /^(LoggingLevel|LogLevel|FieldLogLevel|DefaultLogLevel|FileAccessAuditLogLevel|FileShareAccessAuditLogLevel|Log\w*\.Level|LoggingConfiguration\.Level|SystemLogLevel|Logging)$/u,
    values: { 'AWS::AppSync::GraphQLApi': 'NONE', 'AWS::Cognito::LogDeliveryConfiguration': 'ERROR', 'AWS::ECS::Cluster': 'NONE', 'AWS::FSx::FileSystem': 'DISABLED' } },
  { id: 'log-block', kind: 'logging', types: BLOCK, weaken: 'remove',
    name: /^(Logging(Config|Configuration|Info|Properties|Settings|Options)?s?|\w*Logging(Config|Configuration|Options)|AccessLog\w*|LogConfiguration|LogConfig|LogDelivery\w*|LogPublishingOptions|LogSettings|\w+LogSettings|Logs|LogsConfig|ConnectionLog\w*|ClusterLogging|BrokerLogs|AuditLog\w*|\w*LogConfigurations?|LogDestinationConfigs|EventLogDestination|CloudWatchLogs|CloudWatchConfig|S3Logs|Vpn\w*LogOptions|LogOptions|VpnTunnelLogOptionsSpecification|MethodSettings|SecurityLake\w*|ClusterSettings|ManagedLoggingConfiguration|S3LoggingConfiguration|CloudWatchLoggingConfiguration|MonitoringConfiguration|ObservabilityConfiguration|RecordingConfig|TracingConfig|TracingConfiguration|RecordingGroup|Notifications|AccessLogSetting|StructuredLogDestinations|LambdaConfigAudit|UserActivityLog\w*)$/u },
  { id: 'log-list', kind: 'logging', types: ['list'], weaken: 'remove', name: /^(EnableCloudwatchLogsExports|LogExports|LogTypes|EventSelectors|AdvancedEventSelectors|InsightSelectors|EnabledCloudwatchLogsExports|StructuredLogDestinations|LogDestinationConfigs|EnabledCloudWatchLogsExports|DeliveryStatusLogging)$/u },
  { id: 'log-target', kind: 'logging', types: TEXT, weaken: 'remove', name: /^(CloudWatchLogsLogGroupArn|CloudWatchLogsRoleArn|CloudWatchLogGroupArn|CloudWatchRoleArn|LogUri|StructuredLogDestination)$/u },
  { id: 'log-redaction', kind: 'logging', types: ['list'], weaken: 'remove', name: /^RedactedFields$/u },
  { id: 'log-read-only', kind: 'logging', types: TEXT, weaken: 'other-enum', value: 'WriteOnly', words: ['WriteOnly'], name: /^ReadWriteType$/u },
  { id: 'flow-log', kind: 'logging', types: TEXT, weaken: 'other-enum', value: 'ACCEPT', words: ['ACCEPT'], name: /^TrafficType$/u },
  { id: 'monitoring', kind: 'logging', types: BOOLEAN, weaken: 'set-false', words: OFF, name: /^(Monitoring|Monitoring\.Enabled|InstanceMonitoring|EnablePerformanceInsights|PerformanceInsightsEnabled|CloudWatchMetricsEnabled|MetricsEnabled|PublishCloudWatchMetricsEnabled|EnhancedHealthReporting)$/u },
  { id: 'monitoring', kind: 'logging', types: NUMBER, weaken: 'shorten', value: 0, name: /^MonitoringInterval$/u },
  { id: 'monitoring', kind: 'logging', types: BLOCK, weaken: 'remove', name: /^(AlarmActions|InsufficientDataActions|NotificationConfiguration|NotificationConfigurations)$/u },
  { id: 'detection', kind: 'logging', types: BOOLEAN, weaken: 'set-false', words: OFF, name: /^(Enable|EnableDefaultStandards|AutoEnableControls|S3Logs\.Enable|AuditLogs\.Enable|EbsVolumes)$|^(Detector|Session|Hub)\.(Enable|Status)$|Features\.Status$|MalwareProtection\w*/u, on: /(GuardDuty|SecurityHub|Macie|Inspector)/u },
  { id: 'detection', kind: 'logging', types: TEXT, weaken: 'other-enum', words: ['DISABLED', 'PAUSED'], value: 'DISABLED', name: /(^|\.)Status$/u, on: /(GuardDuty|Macie)/u },
  { id: 'detection', kind: 'logging', types: TEXT, weaken: 'other-enum', words: ['SIX_HOURS'], value: 'SIX_HOURS', name: /^FindingPublishingFrequency$/u },
  { id: 'suppression', kind: 'logging', types: TEXT, weaken: 'other-enum', words: ['ARCHIVE'], value: 'ARCHIVE', name: /(^|\.)Action$/u, on: /(GuardDuty|Macie|AccessAnalyzer)/u },

  // --- guardrails of generative models
  { id: 'guardrail', kind: 'guardrail', types: [...BLOCK], weaken: 'remove', name: /^(Guardrail(s|Config|Configuration)?|BedrockGuardrailConfiguration|SensitiveInformationPolicyConfig|ContentPolicyConfig|TopicPolicyConfig|WordPolicyConfig|ContextualGroundingPolicyConfig|AutomatedReasoningPolicyConfig|PiiEntitiesConfig|RegexesConfig|BlockedPhrases\w*)$/u },
  { id: 'guardrail', kind: 'guardrail', types: TEXT, weaken: 'other-enum', words: ['NONE'], value: 'NONE', name: /^(InputStrength|OutputStrength|InputAction|OutputAction)$|(PiiEntities|Regexes|Filters|ContentFilters)\w*\.Action$/u, under: /Config/u },
  { id: 'guardrail', kind: 'guardrail', types: BOOLEAN, weaken: 'set-false', name: /^(InputEnabled|OutputEnabled)$/u, under: /Config/u },
  { id: 'guardrail', kind: 'guardrail', types: TEXT, weaken: 'remove', name: /^(BedrockGuardrail|Guardrail)(Identifier|Id|Arn)$/u },
  { id: 'guardrail', kind: 'guardrail', types: TEXT, weaken: 'other-value', value: 'DRAFT', name: /^(BedrockGuardrail|Guardrail)Version$/u },
  { id: 'redaction', kind: 'guardrail', types: TEXT, weaken: 'other-enum', words: ['DETECTION', 'None', 'NONE'], name: /^(DetectionMode|ObfuscationSettingType)$/u },
  { id: 'guardrail-trace', kind: 'guardrail', types: TEXT, weaken: 'other-enum', words: ['ENABLED'], name: /^BedrockTraceStatus$/u },
  { id: 'policy-engine', kind: 'guardrail', types: TEXT, weaken: 'other-enum', words: ['LOG_ONLY', 'IGNORE_ALL_FINDINGS'], name: /^(PolicyEngineConfiguration\.Mode|ValidationMode|EnforcementMode)$/u },
  { id: 'sharing-of-data', kind: 'guardrail', types: TEXT, weaken: 'other-enum', words: ['ENABLED', 'ENHANCED'], name: /^(CreatorModeControl|AttachmentsControlMode|NotebookOutputOption)$/u },

  // --- retention, backup, versioning, locks
  { id: 'deletion-protection', kind: 'retention', types: BOOLEAN, weaken: 'set-false', words: OFF,
    name: /DeletionProtection(Enabled|Status)?$|^(TerminationProtect(ion|ed)|TerminationProtectionEnabled|EnableTerminationProtection|DeleteProtection|DisableApiTermination|DisableApiStop|PreserveOnDelete|ManagedTerminationProtection|ProtectionStatus|NewInstancesProtectedFromScaleIn)$/u },
  { id: 'deletes-data', kind: 'retention', types: BOOLEAN, weaken: 'set-true', name: /^(DeleteAutomatedBackups|EmptyOnDelete|ForceDelete|SkipFinalSnapshot|DeleteReports|RecursiveDeleteOption|PrivilegedDelete|ForceDeleteWithoutRecovery)$/u },
  { id: 'deletes-data', kind: 'retention', types: TEXT, weaken: 'other-enum', words: ['DELETE'], value: 'DELETE', name: /^(DataDeletionPolicy|RetentionMode)$/u },
  { id: 'deletes-data', kind: 'retention', types: BOOLEAN, weaken: 'set-true', name: /^DeleteOnTermination$/u },
  { id: 'retention-days', kind: 'retention', types: NUMBER, weaken: 'shorten', value: 1,
    name: /^(BackupRetentionPeriod|RetentionInDays|RetentionPeriod\w*|RetentionDays|SnapshotRetention(Limit|Period)|AutomaticBackupRetentionDays|AutomatedSnapshotRetentionPeriod|ManualSnapshotRetentionPeriod|MinRetentionDays|RetentionPeriodHours|DeleteAfterDays|MessageRetentionPeriod|RecoveryPeriod(InDays)?|MagneticStoreRetentionPeriodInDays|MemoryStoreRetentionPeriodInHours|MinimumRetention|FinalSnapshotRetentionPeriod|EventExpiryDuration|Retention\w*\.(Days|Years)|SnapshotCopyRetentionPeriod|IdleSessionTTL|ExpirationInDays|NoncurrentDays|FailureRetentionPeriodInDays|SuccessRetentionPeriodInDays|MinSnapshotsToKeep|DefaultRetention\.\w+|ArtifactRetention\w*)$/u,
    unless: /PerRequest/u },
  { id: 'key-deletion', kind: 'retention', types: NUMBER, weaken: 'shorten', value: 7, name: /^PendingWindowInDays$/u },
  { id: 'versioning', kind: 'retention', types: BLOCK, weaken: 'remove', name: /^(VersioningConfiguration|ObjectLockConfiguration|LockConfiguration|PointInTimeRecoverySpecification|BackupPolicy|Retention|DefaultRetention|ReplicationConfiguration|SnaplockConfiguration|RetentionPeriod|ReplicationConfigurations?|LakeFormationRetention|RetentionProperties|CopyActions|BackupPlanRetention)$/u },
  { id: 'versioning', kind: 'retention', types: BOOLEAN, weaken: 'set-false', words: OFF, name: /^(ObjectLockEnabled|PointInTimeRecoveryEnabled|EnableContinuousBackup|VersioningConfiguration\.Status|BackupPolicy\.Status|Versioned|PointInTimeRecovery\w*\.Status|PointInTimeRecovery\w*\.Enabled|ReplicationOverwriteProtection)$/u },
  { id: 'lock-mode', kind: 'retention', types: TEXT, weaken: 'other-enum', words: ['GOVERNANCE', 'ENTERPRISE'], name: /^((Default)?Retention\.Mode|SnaplockType)$/u },
  { id: 'lifecycle', kind: 'retention', types: BLOCK, weaken: 'remove', name: /^Lifecycle$/u, on: /Backup/u },
  { id: 'final-snapshot', kind: 'retention', types: TEXT, weaken: 'remove', name: /^(FinalSnapshotIdentifier|FinalSnapshotName)$/u },

  // --- availability: the contingency plan, 164.308(a)(7)
  { id: 'several-zones', kind: 'availability', types: BOOLEAN, weaken: 'set-false', words: OFF, name: /^(MultiAZ\w*|MultiAz\w*|AutomaticFailoverEnabled|CrossZone|ZoneAwarenessEnabled|FailoverMode|StandbyReplicas)$/u },
  { id: 'several-zones', kind: 'availability', types: TEXT, weaken: 'other-enum', words: ['SINGLE_AZ', 'SINGLE_INSTANCE', 'SINGLE_AZ_1', 'DISABLED'], value: 'SINGLE_AZ_1', name: /^(DeploymentMode|DeploymentType)$/u, on: /(AmazonMQ|FSx|Timestream)/u },
  { id: 'several-zones', kind: 'availability', types: TEXT, weaken: 'other-enum', value: 'EC2', name: /^HealthCheckType$/u, on: /AutoScalingGroup$/u },
  { id: 'dead-letters', kind: 'availability', types: BLOCK, weaken: 'remove', name: /^(DeadLetterConfig|RedrivePolicy|DeadLetterQueue)$/u, on: /(Lambda|SQS|Serverless)/u },

  // --- patching
  { id: 'patching', kind: 'patching', types: BOOLEAN, weaken: 'set-false', words: OFF, name: /^(AutoMinorVersionUpgrade|EnableAutoMinorVersionUpgrade|AllowVersionUpgrade|AutoSoftwareUpdateEnabled|ScanOnPush|ManagedActionsEnabled)$/u },
  { id: 'patching', kind: 'patching', types: TEXT, weaken: 'other-enum', words: ['LATEST_OLD'], value: '1.3.0', name: /^PlatformVersion$/u, on: /ECS::(Service|TaskSet)$/u },
  { id: 'patching', kind: 'patching', types: BLOCK, weaken: 'remove', name: /^(ImageScanningConfiguration|SoftwareUpdateOptions)$/u },
  { id: 'patching', kind: 'patching', types: TEXT, weaken: 'other-enum', words: ['Manual'], name: /^UpdateRuntimeOn$/u },
  { id: 'scanning', kind: 'patching', types: TEXT, weaken: 'other-enum', words: ['SCAN_ON_PUSH'], name: /^ScanFrequency$/u },
  { id: 'scanning', kind: 'patching', types: TEXT, weaken: 'other-enum', words: ['BASIC'], value: 'BASIC', name: /^ScanType$/u, on: /RegistryScanningConfiguration$/u },

  // --- secrets in clear text
  { id: 'managed-secret', kind: 'secret', types: BOOLEAN, weaken: 'set-false', name: /^(ManageMasterUserPassword|ManageMasterPassword|ManageAdminPassword|IsValueSecret)$/u },
  { id: 'secret', kind: 'secret', types: TEXT, weaken: 'plain-secret',
    name: /Password$|^(SecretString|ClientSecret|AuthToken|AccessToken|RefreshToken|ApiKeyValue|PreSharedKey|PrivateKey|SecretKey|HECToken|SecretAccessKey|SslClientKeyPassword|PrivateKeyPassphrase|AccessKey|PrivateKeyValue|ApiKeySecret|AppSecret|WalletSecret|JwtToken|ChannelSecret|SecurityDbEncryption|Token)$/u,
    unless: /RetryToken|ClientToken|NextToken|IdToken/u },
  { id: 'secret-list', kind: 'secret', types: ['list'], weaken: 'plain-secret', name: /^(Passwords)$/u },
  { id: 'environment', kind: 'secret', types: ['map', 'list', 'json'], weaken: 'plain-secret', name: /^(Environment|EnvironmentVariables|RuntimeEnvironmentVariables|Variables|StageVariables)$/u },
  { id: 'user-data', kind: 'secret', types: TEXT, weaken: 'plain-secret', name: /^UserData$/u },
  { id: 'plain-parameter', kind: 'secret', types: TEXT, weaken: 'plain-secret', name: /^(Value|Parameter\.Value)$/u, on: /SSM::Parameter$/u },
  { id: 'plain-variable', kind: 'secret', types: TEXT, weaken: 'other-enum', words: ['PLAINTEXT'], value: 'PLAINTEXT', name: /EnvironmentVariables\.Type$/u },
  { id: 'header-secret', kind: 'secret', types: TEXT, weaken: 'plain-secret', name: /OriginCustomHeaders?\.HeaderValue$|^HeaderValue$/u },
  { id: 'container-command', kind: 'secret', types: BLOCK, weaken: 'plain-secret', name: /^DefaultArguments$/u },

  // --- integrity and signing
  { id: 'code-signing', kind: 'integrity', types: [...TEXT, ...BLOCK], weaken: 'remove', name: /^(CodeSigningConfigArn|AllowedPublishers|ImageVerificationConfig\w*)$/u },
  { id: 'code-signing', kind: 'integrity', types: TEXT, weaken: 'other-enum', words: ['Warn'], value: 'Warn', name: /^UntrustedArtifactOnDeployment$/u },
  { id: 'immutable', kind: 'integrity', types: TEXT, weaken: 'other-enum', words: ['MUTABLE'], name: /^ImageTagMutability$/u },
  { id: 'signing', kind: 'integrity', types: TEXT, weaken: 'other-enum', words: [...OFF, 'SHA1', 'never', 'no-override'], value: 'never', name: /^(MdnSigningAlgorithm|SigningAlgorithm|SigningBehavior|EnforceMessageSigning|AssertionEncryptionMode|SignatureVersion)$/u,
    values: { 'AWS::SNS::Topic': '1' } },
  { id: 'revocation', kind: 'integrity', types: BOOLEAN, weaken: 'set-false', name: /^(CrlConfiguration|OcspConfiguration)\.Enabled$/u },
  { id: 'revocation', kind: 'integrity', types: BLOCK, weaken: 'remove', name: /^(RevocationConfiguration|CrlConfiguration|OcspConfiguration)$/u },
  { id: 'revocation', kind: 'integrity', types: TEXT, weaken: 'other-enum', words: ['PASS'], name: /^(RevokedStatusAction|UnknownStatusAction)$/u },
  { id: 'validation', kind: 'integrity', types: BOOLEAN, weaken: 'set-false', words: OFF, name: /^(ValidateBody|ValidateParameters|ValidateCredentials|BrowserSigning\.Enabled)$/u },
  { id: 'validation', kind: 'integrity', types: TEXT, weaken: 'remove', name: /^RequestValidatorId$/u },
  { id: 'checksum', kind: 'integrity', types: TEXT, weaken: 'other-enum', value: 'EMAIL', words: ['EMAIL'], name: /^ValidationMethod$/u },
  { id: 'drop-headers', kind: 'integrity', types: BLOCK, weaken: 'remove', name: /^(SecurityHeadersConfig|ContentTypeOptions|FrameOptions|ContentSecurityPolicy|XSSProtection)$/u },

  // --- isolation and privilege
  { id: 'privileged', kind: 'isolation', types: BOOLEAN, weaken: 'set-true', words: OPEN,
    name: /^(Privileged|PrivilegedMode|AllowPrivilegeEscalation|ShareProcessNamespace|HostNetwork|EnableExecuteCommand|EnableFaultInjection|EnableHttpEndpoint|EnableSSMAccess|RootAccess|EnableDockerAccess|UseCallerCredentials|StudioEnabled|LivyEndpointEnabled)$/u },
  { id: 'unprivileged', kind: 'isolation', types: BOOLEAN, weaken: 'set-false', name: /^(ReadonlyRootFilesystem|ReadOnlyRootFilesystem|RunAsNonRoot|ReadOnly|EnclaveOptions\.Enabled)$/u },
  { id: 'run-as', kind: 'isolation', types: TEXT, weaken: 'other-value', value: 'root', name: /^User$/u, under: /Container|TaskDefinition|^Properties$/u, on: /(ECS|Batch|Sage)/u },
  { id: 'run-as', kind: 'isolation', types: NUMBER, weaken: 'other-value', value: 0, name: /^(RunAsUser|RunAsGroup|DefaultUid|DefaultGid)$/u },
  { id: 'host-namespace', kind: 'isolation', types: TEXT, weaken: 'other-enum', value: 'host', words: ['host'], name: /^(PidMode|IpcMode)$/u },
  { id: 'host-network', kind: 'isolation', types: TEXT, weaken: 'other-enum', value: 'host', words: ['host'], name: /^NetworkMode$/u, on: /ECS::TaskDefinition$/u },
  { id: 'capabilities', kind: 'isolation', types: ['list'], weaken: 'other-value', value: ['SYS_ADMIN'], name: /^Add$/u, under: /Capabilities$/u },
  { id: 'capabilities', kind: 'isolation', types: ['list'], weaken: 'remove', name: /^Drop$/u, under: /Capabilities$/u },
  { id: 'host-path', kind: 'isolation', types: TEXT, weaken: 'other-value', value: '/', name: /^(SourcePath|HostPath\.Path)$/u },
  { id: 'file-owner', kind: 'isolation', types: BLOCK, weaken: 'remove', name: /^(PosixUser|SecurityContext)$/u },
  { id: 'root-directory', kind: 'isolation', types: TEXT, weaken: 'other-value', value: '/', name: /^(RootDirectory|RootDirectory\.Path|Path)$/u, on: /EFS::AccessPoint$/u },
  { id: 'tenancy', kind: 'isolation', types: TEXT, weaken: 'other-enum', words: ['default'], value: 'default', name: /^(Tenancy|InstanceTenancy|PlacementTenancy|TenantIsolationMode)$/u },
  { id: 'home-directory', kind: 'isolation', types: TEXT, weaken: 'other-enum', words: ['PATH'], name: /^HomeDirectoryType$/u },
  { id: 'shared-identity', kind: 'isolation', types: TEXT, weaken: 'other-enum', words: ['DISABLED'], name: /^ExecutionRoleIdentityConfig$/u },

  // --- found by reading what no criterion met
  { id: 'log-exclusion', kind: 'logging', types: ['list'], weaken: 'other-value', value: ['kms.amazonaws.com'], name: /^ExcludeManagementEventSources$/u },
  { id: 'log-data-events', kind: 'logging', types: ['list'], weaken: 'remove', name: /^DataResources$/u },
  { id: 'client-certificate', kind: 'transport', types: TEXT, weaken: 'remove', name: /^ClientCertificateId$/u },
  { id: 'tls-resumption', kind: 'transport', types: TEXT, weaken: 'other-enum', words: ['DISABLED'], name: /^TlsSessionResumptionMode$/u },
  { id: 'public-word', kind: 'public-access', types: TEXT, weaken: 'other-enum', words: ['PUBLIC_READ'], value: 'PUBLIC_READ', name: /^(Visibility|S3ObjectAcl)$/u },
  { id: 'open-origins', kind: 'public-access', types: ['list'], weaken: 'other-value', value: ['*'], name: /^(AllowHeaders|AllowedHeaders|AllowMethods|AccessControlAllowHeaders)$/u },
  { id: 'user-groups', kind: 'authorization', types: ['list'], weaken: 'remove', name: /^Groups$/u, on: /IAM::User$/u },
  { id: 'token-rotation', kind: 'authorization', types: TEXT, weaken: 'other-enum', words: ['DISABLED'], name: /^Feature$/u, under: /RefreshTokenRotation$/u },
  { id: 'authentication-type', kind: 'authorization', types: TEXT, weaken: 'other-enum', words: ['PASSWORD'], name: /^SftpAuthenticationMethods$/u },
  { id: 'guardrail', kind: 'guardrail', types: NUMBER, weaken: 'shorten', value: 0, name: /^Threshold$/u, under: /ContextualGroundingPolicyConfig/u },
  { id: 'guardrail', kind: 'guardrail', types: BOOLEAN, weaken: 'set-false', name: /\.Enabled$/u, under: /ContextualGroundingPolicyConfig/u },
  { id: 'export', kind: 'integrity', types: TEXT, weaken: 'other-enum', words: ['ENABLED'], name: /^CertificateExport$/u },
  { id: 'firewall-rules', kind: 'network', types: ['object', 'json'], weaken: 'other-value', value: { Count: {} }, name: /^OverrideAction$/u, on: /WAFv2::WebACL$/u },
  { id: 'firewall-rules', kind: 'network', types: TEXT, weaken: 'other-enum', words: ['LOW'], name: /^SensitivityLevel$/u, on: /WAFv2::/u },
  { id: 'tracing', kind: 'logging', types: TEXT, weaken: 'other-enum', words: ['PassThrough'], name: /^TracingConfig\.Mode$/u },
  { id: 'concurrency', kind: 'availability', types: NUMBER, weaken: 'remove', name: /^ReservedConcurrentExecutions$/u },
  { id: 'data-shared', kind: 'public-access', types: BOOLEAN, weaken: 'set-true', name: /^UserDataShared$/u },
  { id: 'lock-mode', kind: 'retention', types: NUMBER, weaken: 'remove', name: /^ChangeableForDays$/u },
];

/** Types that hold data, keys or the audit record although the schema does not mark them stateful. */
export const HOLDS_DATA = [
  'AWS::ACMPCA::CertificateAuthority',
  'AWS::AmazonMQ::Broker',
  'AWS::Backup::LogicallyAirGappedBackupVault',
  'AWS::Bedrock::KnowledgeBase',
  'AWS::BedrockAgentCore::Memory',
  'AWS::Cassandra::Keyspace',
  'AWS::Cassandra::Table',
  'AWS::CloudTrail::EventDataStore',
  'AWS::ECR::Repository',
  'AWS::Events::Archive',
  'AWS::ElastiCache::ServerlessCache',
  'AWS::FSx::Volume',
  'AWS::HealthImaging::Datastore',
  'AWS::HealthLake::FHIRDatastore',
  'AWS::KMS::ReplicaKey',
  'AWS::Kendra::Index',
  'AWS::MSK::Cluster',
  'AWS::MSK::ServerlessCluster',
  'AWS::MemoryDB::Cluster',
  'AWS::NeptuneGraph::Graph',
  'AWS::Omics::AnnotationStore',
  'AWS::Omics::ReferenceStore',
  'AWS::Omics::SequenceStore',
  'AWS::Omics::VariantStore',
  'AWS::OpenSearchServerless::Collection',
  'AWS::QBusiness::Index',
  'AWS::RedshiftServerless::Namespace',
  'AWS::S3Express::DirectoryBucket',
  'AWS::S3Tables::Table',
  'AWS::S3Tables::TableBucket',
  'AWS::S3Vectors::Index',
  'AWS::S3Vectors::VectorBucket',
  'AWS::SageMaker::Domain',
  'AWS::SageMaker::FeatureGroup',
  'AWS::SageMaker::NotebookInstance',
  'AWS::Timestream::Database',
  'AWS::Timestream::InfluxDBCluster',
  'AWS::Timestream::InfluxDBInstance',
  'AWS::Timestream::Table',
  'AWS::WorkSpaces::Workspace',
];

/** The weakest word of properties whose words the schema leaves out; from the documentation of the service. */
// prettier-ignore
export const weakestWords = [
  { at: /AppSync::GraphQLApi Properties\.Visibility$/u, value: 'GLOBAL' },
  { at: /AutoScalingGroup Properties\.DeletionProtection$/u, value: 'none' },
  { at: /\.E[Ff][Ss]VolumeConfiguration\.TransitEncryption$/u, value: 'DISABLED' },
  { at: /\.EfsVolumeConfiguration\.AuthorizationConfig\.Iam$/u, value: 'DISABLED' },
  { at: /\.AssignPublicIp$/u, value: 'ENABLED' },
  { at: /CodeBuild::Project .*Logs\.Status$/u, value: 'DISABLED' },
  { at: /Cognito::UserPool Properties\.DeletionProtection$/u, value: 'INACTIVE' },
  { at: /\.AdvancedSecurityMode$/u, value: 'OFF' },
  { at: /DAX::Cluster .*\.ClusterEndpointEncryptionType$/u, value: 'NONE' },
  { at: /DMS::Endpoint .*\.RedisSettings\.AuthType$/u, value: 'none' },
  { at: /DMS::Endpoint .*\.MongoDbSettings\.AuthType$/u, value: 'no' },
  { at: /DMS::Endpoint .*\.EncryptionMode$/u, value: 'sse-s3' },
  { at: /DMS::Endpoint .*\.SslMode$/u, value: 'none' },
  { at: /TransitGateway Properties\.AutoAcceptSharedAttachments$/u, value: 'enable' },
  { at: /EC2::VPC Properties\.VpcEncryptionControl\.Mode$/u, value: 'monitor' },
  { at: /VPCBlockPublicAccessExclusion .*\.InternetGatewayExclusionMode$/u, value: 'allow-bidirectional' },
  { at: /ElastiCache::User .*\.AuthenticationMode\.Type$/u, value: 'no-password-required' },
  { at: /ReplicationGroup Properties\.TransitEncryptionMode$/u, value: 'preferred' },
  { at: /Listener Properties\.MutualAuthentication\.Mode$/u, value: 'off' },
  { at: /\.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic$/u, value: 'off' },
  { at: /FSx::Volume .*\.PrivilegedDelete$/u, value: 'ENABLED' },
  { at: /FSx::Volume .*\.SnaplockType$/u, value: 'ENTERPRISE' },
  { at: /Glue::\w+ .*(CatalogEncryptionMode|S3EncryptionMode|CloudWatchEncryptionMode|JobBookmarksEncryptionMode)$/u, value: 'DISABLED' },
  { at: /NotebookInstance Properties\.RootAccess$/u, value: 'Enabled' },
  { at: /\.NotebookOutputOption$/u, value: 'Allowed' },
  { at: /Serverless::Function .*FunctionUrlConfig\.AuthType$/u, value: 'NONE' },
  { at: /Timestream::Table .*\.EncryptionOption$/u, value: 'SSE_S3' },
  { at: /Lambda::Version .*\.UpdateRuntimeOn$/u, value: 'Manual' },
];

const ELB = {
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  list: 'LoadBalancerAttributes',
  name: 'Key',
};
const BEANSTALK = { type: 'AWS::ElasticBeanstalk::Environment', list: 'OptionSettings', name: 'OptionName' };

/** Safeguards that are an entry of a list of named settings: the schema knows the list, the service's documentation the names. */
// prettier-ignore
export const namedSettings = [
  { ...ELB, key: 'access_logs.s3.enabled', kind: 'logging', value: 'false' },
  { ...ELB, key: 'deletion_protection.enabled', kind: 'retention', value: 'false' },
  { ...ELB, key: 'load_balancing.cross_zone.enabled', kind: 'availability', value: 'false' },
  { ...ELB, key: 'routing.http.desync_mitigation_mode', kind: 'network', value: 'monitor' },
  { ...ELB, key: 'routing.http.drop_invalid_header_fields.enabled', kind: 'integrity', value: 'false' },
  { ...ELB, key: 'waf.fail_open.enabled', kind: 'network', value: 'true' },
  { ...BEANSTALK, key: 'ManagedActionsEnabled', kind: 'patching', value: 'false' },
  { ...BEANSTALK, key: 'StreamLogs', kind: 'logging', value: 'false' },
  { ...BEANSTALK, key: 'SystemType', kind: 'logging', value: 'basic' },
  { type: 'AWS::DocDB::DBClusterParameterGroup', list: 'Parameters', key: 'audit_logs', kind: 'logging', value: 'disabled' },
  { type: 'AWS::DocDB::DBClusterParameterGroup', list: 'Parameters', key: 'tls', kind: 'transport', value: 'disabled' },
  { type: 'AWS::Neptune::DBClusterParameterGroup', list: 'Parameters', key: 'neptune_enable_audit_log', kind: 'logging', value: '0' },
  { type: 'AWS::RDS::DBClusterParameterGroup', list: 'Parameters', key: 'rds.force_ssl', kind: 'transport', value: '0' },
  { type: 'AWS::RDS::DBParameterGroup', list: 'Parameters', key: 'rds.force_ssl', kind: 'transport', value: '0' },
  { type: 'AWS::Redshift::ClusterParameterGroup', list: 'Parameters', name: 'ParameterName', key: 'enable_user_activity_logging', kind: 'logging', value: 'false' },
  { type: 'AWS::Redshift::ClusterParameterGroup', list: 'Parameters', name: 'ParameterName', key: 'require_ssl', kind: 'transport', value: 'false' },
];
