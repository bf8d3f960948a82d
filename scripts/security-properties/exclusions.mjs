// What a criterion meets but what is no safeguard of its own, each with its reason. `type` and `path` are patterns over
// the CloudFormation type and the property's path. An exclusion that excludes nothing fails the generator.
export const exclusions = [
  // --- the same weakening by another name
  {
    path: /\.NoEncryptionConfig$/u,
    reason:
      'Taking away the EncryptionConfiguration around it, which is on the list, leaves the same stream unencrypted.',
  },
  {
    type: /Athena::WorkGroup$/u,
    path: /^Properties\.WorkGroupConfigurationUpdates\b/u,
    reason:
      'Deprecated twin of WorkGroupConfiguration, which is on the list; CloudFormation ignores it on creation.',
  },
  {
    type: /RedshiftServerless::Workgroup$/u,
    path: /^Properties\.Workgroup\b/u,
    reason:
      'Read-only copy of the properties beside it: an attribute that the schema also lists as a property.',
  },
  {
    path: /\.MaxIdleTimeoutInMinutes$/u,
    reason:
      'Upper bound for IdleTimeoutInMinutes beside it, which is on the list and is what logs a user off.',
  },
  // --- no safeguard
  {
    path: /\.(SecurityGroups|SecurityGroupIds|SecurityGroupIdList|VpcSecurityGroups|VpcSecurityGroupIds|VPCSecurityGroups|EmrManaged\w+SecurityGroup|ServiceAccessSecurityGroup)$/u,
    reason:
      'Without groups of its own a resource gets the default group of the VPC; that this one is closed is a rule of ours, so nothing opens.',
  },
  {
    type: /SNS::(Topic|Subscription)$/u,
    path: /\.(ArchivePolicy|RedrivePolicy|ReplayPolicy)$/u,
    reason:
      'The schema marks it as a policy because of its name; it says how messages are kept and resent and grants nothing.',
  },
  {
    type: /(ECR::Repository|OpenSearchServerless::LifecyclePolicy)$/u,
    path: /\.(LifecyclePolicyText|Policy)$/u,
    reason: 'A lifecycle policy says which images or documents expire; it grants nothing.',
  },
  {
    type: /Bedrock::AutomatedReasoningPolicyVersion$/u,
    path: /\.PolicyArn$/u,
    reason: 'ARN of an automated reasoning policy, not of an IAM policy.',
  },
  {
    path: /\.MountPoints\[\]\.ReadOnly$|\.(Volumes|VolumeMounts)\[\]\..*ReadOnly$|\.VolumeMounts\[\]\.ReadOnly$/u,
    reason:
      'Whether the workload writes to a mount is its function; the read-only root filesystem is on the list.',
  },
  {
    type: /CloudWatch::Alarm$/u,
    path: /\.RecoveryPeriod$/u,
    reason: 'Seconds until an alarm clears; nothing is kept or lost.',
  },
  {
    type: /S3::Bucket$/u,
    path: /^Properties\.NotificationConfiguration$/u,
    reason: 'Triggers of other functions on new objects; the access log is on the list.',
  },
  {
    path: /\.(InstanceTenancy|PlacementTenancy|Tenancy)$/u,
    reason: 'HIPAA needs no dedicated hardware: AWS dropped that demand from the BAA in 2017.',
  },
  {
    type: /AutoScaling::AutoScalingGroup|ECS::CapacityProvider$/u,
    path: /\.(NewInstancesProtectedFromScaleIn|ManagedTerminationProtection)$/u,
    reason: 'Protects capacity during scaling; the instances of a group keep no data.',
  },
  {
    type: /MSK::Cluster$/u,
    path: /\.VpcConnectivity$/u,
    reason: 'Opens private connections from other VPCs: taking it away closes them.',
  },
  {
    path: /\.(AuthTTL|IatTTL)$/u,
    reason: 'Bounds on an OIDC token that its issuer already bounds; no session of ours.',
  },
  {
    type: /::(TransitGatewayVpcAttachment|VPCEndpoint|NetworkInterface|NatGateway|SubnetNetworkAclAssociation)$|::VpcEndpoint$/u,
    path: /\.(SubnetIds?|Subnets)$/u,
    reason:
      'Says where the network part itself stands; without it the part does not work, but nothing opens.',
  },
  {
    type: /(ElasticLoadBalancing|ElasticLoadBalancingV2)::LoadBalancer$/u,
    path: /\.(Subnets|SubnetMappings)$/u,
    reason:
      'A load balancer without subnets does not deploy; whether it faces the internet is Scheme, on the list.',
  },
  {
    type: /BedrockAgentCore::(BrowserCustom|CodeInterpreterCustom)$/u,
    path: /\.Certificates$/u,
    reason: 'Extra roots that a tool trusts; taking them away narrows trust.',
  },
  {
    type: /RDS::DBProxy$/u,
    path: /\.DebugLogging$/u,
    reason: 'A short-lived diagnosis that prints SQL text; switching it off is the safe side.',
  },
  {
    type: /Cognito::UserPool$/u,
    path: /\.SmsConfiguration\..*ExternalId$/u,
    reason: 'Only for the role that sends text messages; the trust policy of that role is on the list.',
  },
  {
    type: /EC2::PrefixList$/u,
    path: /\.Cidr$/u,
    reason:
      'A list of ranges without effect until a security group or route names it; those are on the list.',
  },
  {
    path: /\.CrlConfiguration\.ExpirationInDays$/u,
    reason:
      'Validity of a revocation list: a shorter one is fresher, not weaker; CrlConfiguration.Enabled is on the list.',
  },
  {
    type: /Config::ConfigRule$/u,
    path: /\.PolicyText$/u,
    reason: 'Text of a rule in the Guard language, not a policy that grants access.',
  },
  {
    type: /Logs::AccountPolicy$/u,
    path: /\.PolicyDocument$/u,
    reason:
      'A data protection, filter or index policy; it grants nothing, and it is required, so it cannot be taken away.',
  },
  {
    type: /(EC2::VPCBlockPublicAccessExclusion|NetworkFirewall::Firewall)$/u,
    path: /\.(SubnetId|SubnetMappings)$/u,
    reason: 'Names the subnet that the exclusion or the firewall is for; without it neither deploys.',
  },
  {
    type: /Events::Rule$/u,
    path: /\.EcsParameters\./u,
    reason: 'Overrides for a task that its own definition already describes; the ECS types are on the list.',
  },
  {
    type: /ElastiCache::SubnetGroup$/u,
    path: /\.CacheSubnetGroupName$/u,
    reason: 'The name of the group itself; what places a cluster is the reference to it, on the list.',
  },
];
