import type { Examples } from '../example';
import { trafficExamples } from './traffic-examples';

export const ec2Examples: Examples = {
  ...trafficExamples,
  'ec2-block-public-access': {
    bad: `
Block:
  Type: AWS::EC2::VPCBlockPublicAccessOptions
  Properties:
    InternetGatewayBlockMode: block-ingress
`,
    good: `
Block:
  Type: AWS::EC2::VPCBlockPublicAccessOptions
  Properties:
    InternetGatewayBlockMode: block-bidirectional
`,
  },
  'ec2-block-public-access-exclusion': {
    bad: `
Exclusion:
  Type: AWS::EC2::VPCBlockPublicAccessExclusion
  Properties:
    InternetGatewayExclusionMode: allow-bidirectional
`,
    good: `
Exclusion:
  Type: AWS::EC2::VPCBlockPublicAccessExclusion
  Properties:
    InternetGatewayExclusionMode: allow-egress
`,
  },
  'ec2-client-vpn-all-traffic': {
    bad: `
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
  Properties:
    SplitTunnel: true
`,
    good: `
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
  Properties:
    SplitTunnel: false
`,
  },
  'ec2-client-vpn-banner': {
    bad: `
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
  Properties:
    SessionTimeoutHours: 8
`,
    good: `
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
  Properties:
    ClientLoginBannerOptions:
      Enabled: true
      BannerText: For staff of the clinic. Use is recorded.
`,
  },
  'ec2-client-vpn-groups': {
    bad: `
Rule:
  Type: AWS::EC2::ClientVpnAuthorizationRule
  Properties:
    AuthorizeAllGroups: true
    TargetNetworkCidr: 10.0.1.0/24
`,
    good: `
Rule:
  Type: AWS::EC2::ClientVpnAuthorizationRule
  Properties:
    AccessGroupId: nurses
    TargetNetworkCidr: 10.0.1.0/24
`,
  },
  'ec2-client-vpn-logs': {
    bad: `
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
  Properties:
    ConnectionLogOptions:
      Enabled: false
`,
    good: `
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
  Properties:
    ConnectionLogOptions:
      Enabled: true
`,
  },
  'ec2-client-vpn-machines': {
    bad: `
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
  Properties:
    AuthenticationOptions:
      - Type: federated-authentication
        FederatedAuthentication:
          SAMLProviderArn: !Ref Provider
`,
    good: `
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
  Properties:
    AuthenticationOptions:
      - Type: certificate-authentication
        MutualAuthentication:
          ClientRootCertificateChainArn: !Ref Chain
      - Type: federated-authentication
        FederatedAuthentication:
          SAMLProviderArn: !Ref Provider
`,
  },
  'ec2-client-vpn-people': {
    bad: `
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
  Properties:
    AuthenticationOptions:
      - Type: certificate-authentication
`,
    good: `
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
  Properties:
    AuthenticationOptions:
      - Type: certificate-authentication
      - Type: federated-authentication
`,
  },
  'ec2-client-vpn-session': {
    bad: `
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
  Properties:
    SessionTimeoutHours: 13
`,
    good: `
Vpn:
  Type: AWS::EC2::ClientVpnEndpoint
  Properties:
    SessionTimeoutHours: 12
`,
  },
  'ec2-endpoint-policy': {
    bad: `
Endpoint:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcEndpointType: Interface
    ServiceName: !Sub com.amazonaws.\${AWS::Region}.kms
`,
    good: `
Endpoint:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcEndpointType: Interface
    ServiceName: !Sub com.amazonaws.\${AWS::Region}.kms
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: kms:Decrypt
          Resource: '*'
          Condition:
            StringEquals:
              aws:PrincipalAccount: !Ref AWS::AccountId
`,
  },
  'ec2-endpoint-private-dns': {
    bad: `
Endpoint:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcEndpointType: Interface
`,
    good: `
Endpoint:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcEndpointType: Interface
    PrivateDnsEnabled: true
`,
  },
  'ec2-endpoint-security-groups': {
    bad: `
Endpoint:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcEndpointType: Interface
`,
    good: `
Endpoint:
  Type: AWS::EC2::VPCEndpoint
  Properties:
    VpcEndpointType: Interface
    SecurityGroupIds: [sg-1]
`,
  },
  'ec2-endpoint-service-acceptance': {
    bad: `
Offer:
  Type: AWS::EC2::VPCEndpointService
  Properties:
    AcceptanceRequired: false
`,
    good: `
Offer:
  Type: AWS::EC2::VPCEndpointService
  Properties:
    AcceptanceRequired: true
`,
  },
  'ec2-endpoint-service-principals': {
    bad: `
Guests:
  Type: AWS::EC2::VPCEndpointServicePermissions
  Properties:
    AllowedPrincipals: [arn:aws:iam::111122223333:root, '*']
`,
    good: `
Guests:
  Type: AWS::EC2::VPCEndpointServicePermissions
  Properties:
    AllowedPrincipals: [arn:aws:iam::111122223333:root]
`,
  },
  'ec2-instance-detailed-monitoring': {
    bad: `
Machine:
  Type: AWS::EC2::Instance
`,
    good: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    Monitoring: true
`,
  },
  'ec2-instance-ebs-optimized': {
    bad: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    EbsOptimized: false
`,
    good: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    EbsOptimized: true
`,
  },
  'ec2-instance-imdsv2': {
    bad: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    MetadataOptions:
      HttpTokens: optional
`,
    good: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    MetadataOptions:
      HttpTokens: required
`,
  },
  'ec2-instance-in-subnet': {
    bad: `
Machine:
  Type: AWS::EC2::Instance
`,
    good: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    SubnetId: subnet-0a1b2c3d
`,
  },
  'ec2-instance-metadata-hop-limit': {
    bad: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    MetadataOptions:
      HttpPutResponseHopLimit: 2
`,
    good: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    MetadataOptions:
      HttpPutResponseHopLimit: 1
`,
  },
  'ec2-instance-no-key-pair': {
    bad: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    KeyName: operators
`,
    good: `
Machine:
  Type: AWS::EC2::Instance
`,
  },
  'ec2-instance-no-public-ip': {
    bad: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    NetworkInterfaces:
      - DeviceIndex: '0'
        AssociatePublicIpAddress: true
`,
    good: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    NetworkInterfaces:
      - DeviceIndex: '0'
        AssociatePublicIpAddress: false
`,
  },
  'ec2-instance-profile': {
    bad: `
Machine:
  Type: AWS::EC2::Instance
`,
    good: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    IamInstanceProfile: portal
`,
  },
  'ec2-instance-protected': {
    bad: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    DisableApiTermination: false
`,
    good: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    DisableApiTermination: true
`,
  },
  'ec2-instance-stop-protected': {
    bad: `
Template:
  Type: AWS::EC2::LaunchTemplate
  Properties:
    LaunchTemplateData:
      InstanceType: m7i.large
`,
    good: `
Template:
  Type: AWS::EC2::LaunchTemplate
  Properties:
    LaunchTemplateData:
      InstanceType: m7i.large
      DisableApiStop: true
`,
  },
  'ec2-prefix-list-not-open': {
    bad: `
Partners:
  Type: AWS::EC2::PrefixList
  Properties:
    Entries:
      - Cidr: 198.51.100.0/24
      - Cidr: 0.0.0.0/0
`,
    good: `
Partners:
  Type: AWS::EC2::PrefixList
  Properties:
    Entries:
      - Cidr: 198.51.100.0/24
`,
  },
  'ec2-route-no-default-to-internet': {
    bad: `
Way:
  Type: AWS::EC2::Route
  Properties:
    RouteTableId: rtb-0a1b2c3d
    DestinationCidrBlock: 0.0.0.0/0
    GatewayId: !Ref Gateway
Gateway:
  Type: AWS::EC2::InternetGateway
`,
    good: `
Way:
  Type: AWS::EC2::Route
  Properties:
    RouteTableId: rtb-0a1b2c3d
    DestinationCidrBlock: 0.0.0.0/0
    TransitGatewayId: tgw-0a1b2c3d
`,
  },
  'ec2-route-peering-narrow': {
    bad: `
Way:
  Type: AWS::EC2::Route
  Properties:
    VpcPeeringConnectionId: pcx-1
    DestinationCidrBlock: 10.1.2.0/23
`,
    good: `
Way:
  Type: AWS::EC2::Route
  Properties:
    VpcPeeringConnectionId: pcx-1
    DestinationCidrBlock: 10.1.2.0/24
`,
  },
  'ec2-snapshot-not-shared': {
    bad: `
Block:
  Type: AWS::EC2::SnapshotBlockPublicAccess
  Properties:
    State: block-new-sharing
`,
    good: `
Block:
  Type: AWS::EC2::SnapshotBlockPublicAccess
  Properties:
    State: block-all-sharing
`,
  },
  'ec2-source-check': {
    bad: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    SourceDestCheck: false
`,
    good: `
Machine:
  Type: AWS::EC2::Instance
`,
  },
  'ec2-subnet-names-zone': {
    bad: `
Subnet:
  Type: AWS::EC2::Subnet
  Properties:
    AvailabilityZone: dummy1a
`,
    good: `
Subnet:
  Type: AWS::EC2::Subnet
  Properties:
    AvailabilityZone: us-east-1a
`,
  },
  'ec2-subnet-not-public': {
    bad: `
Subnet:
  Type: AWS::EC2::Subnet
  Properties:
    MapPublicIpOnLaunch: true
`,
    good: `
Subnet:
  Type: AWS::EC2::Subnet
  Properties:
    MapPublicIpOnLaunch: false
`,
  },
  'ec2-transit-gateway-no-auto-accept': {
    bad: `
Hub:
  Type: AWS::EC2::TransitGateway
  Properties:
    AutoAcceptSharedAttachments: enable
`,
    good: `
Hub:
  Type: AWS::EC2::TransitGateway
  Properties:
    AutoAcceptSharedAttachments: disable
`,
  },
  'ec2-transit-gateway-route-narrow': {
    bad: `
Way:
  Type: AWS::EC2::TransitGatewayRoute
  Properties:
    DestinationCidrBlock: 0.0.0.0/0
`,
    good: `
Way:
  Type: AWS::EC2::TransitGatewayRoute
  Properties:
    DestinationCidrBlock: 10.1.0.0/16
`,
  },
  'ec2-transit-gateway-segmented': {
    bad: `
Hub:
  Type: AWS::EC2::TransitGateway
`,
    good: `
Hub:
  Type: AWS::EC2::TransitGateway
  Properties:
    DefaultRouteTableAssociation: disable
    DefaultRouteTablePropagation: disable
`,
  },
  'ec2-verified-access-logs': {
    bad: `
Access:
  Type: AWS::EC2::VerifiedAccessInstance
`,
    good: `
Access:
  Type: AWS::EC2::VerifiedAccessInstance
  Properties:
    LoggingConfigurations:
      S3:
        Enabled: true
      CloudWatchLogs:
        Enabled: false
`,
  },
  'ec2-volume-customer-key': {
    bad: `
Volume:
  Type: AWS::EC2::Volume
  Properties:
    KmsKeyId: alias/aws/ebs
`,
    good: `
Volume:
  Type: AWS::EC2::Volume
  Properties:
    KmsKeyId: !GetAtt Key.Arn
Key:
  Type: AWS::KMS::Key
`,
  },
  'ec2-volume-encrypted': {
    bad: `
Volume:
  Type: AWS::EC2::Volume
  Properties:
    Encrypted: false
`,
    good: `
Volume:
  Type: AWS::EC2::Volume
  Properties:
    Encrypted: true
`,
  },
  'ec2-volume-retained': {
    bad: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    BlockDeviceMappings:
      - Ebs:
          DeleteOnTermination: true
`,
    good: `
Machine:
  Type: AWS::EC2::Instance
  Properties:
    BlockDeviceMappings:
      - Ebs:
          DeleteOnTermination: false
`,
  },
  'ec2-vpc-default-security-group-closed': {
    bad: `
Network:
  Type: AWS::EC2::VPC
`,
    good: `
Network:
  Type: AWS::EC2::VPC
Closer:
  Type: Custom::VpcRestrictDefaultSG
  Properties:
    DefaultSecurityGroupId: !GetAtt Network.DefaultSecurityGroup
`,
  },
  'ec2-vpc-encryption-enforced': {
    bad: `
Control:
  Type: AWS::EC2::VPCEncryptionControl
  Properties:
    Mode: monitor
`,
    good: `
Control:
  Type: AWS::EC2::VPCEncryptionControl
  Properties:
    Mode: enforce
    NatGatewayExclusionInput: disable
`,
  },
  'ec2-vpc-flow-logs': {
    bad: `
Network:
  Type: AWS::EC2::VPC
`,
    good: `
Network:
  Type: AWS::EC2::VPC
Log:
  Type: AWS::EC2::FlowLog
  Properties:
    ResourceId: !Ref Network
    ResourceType: VPC
    TrafficType: ALL
`,
  },
  'ec2-vpc-no-internet-path': {
    bad: `
Gateway:
  Type: AWS::EC2::NatGateway
  Properties:
    SubnetId: subnet-0a1b2c3d
`,
    good: `
Gateway:
  Type: AWS::EC2::NatGateway
  Properties:
    ConnectivityType: private
    SubnetId: subnet-0a1b2c3d
`,
  },
  'ec2-vpn-tunnel-ciphers': {
    bad: `
Tunnel:
  Type: AWS::EC2::VPNConnection
  Properties:
    VpnTunnelOptionsSpecifications:
      - Phase1DHGroupNumbers:
          - Value: 14
        Phase2DHGroupNumbers:
          - Value: 15
          - Value: 21
        Phase1EncryptionAlgorithms:
          - Value: AES256-GCM-16
        Phase2EncryptionAlgorithms:
          - Value: AES256
        Phase1IntegrityAlgorithms:
          - Value: SHA2-256
        Phase2IntegrityAlgorithms:
          - Value: SHA2-512
`,
    good: `
Tunnel:
  Type: AWS::EC2::VPNConnection
  Properties:
    VpnTunnelOptionsSpecifications:
      - Phase1DHGroupNumbers:
          - Value: 20
        Phase2DHGroupNumbers:
          - Value: 15
          - Value: 21
        Phase1EncryptionAlgorithms:
          - Value: AES256-GCM-16
        Phase2EncryptionAlgorithms:
          - Value: AES256
        Phase1IntegrityAlgorithms:
          - Value: SHA2-256
        Phase2IntegrityAlgorithms:
          - Value: SHA2-512
`,
  },
  'ec2-vpn-tunnel-ikev2': {
    bad: `
Tunnel:
  Type: AWS::EC2::VPNConnection
  Properties:
    VpnTunnelOptionsSpecifications:
      - IKEVersions:
          - Value: ikev2
      - IKEVersions:
          - Value: ikev1
          - Value: ikev2
`,
    good: `
Tunnel:
  Type: AWS::EC2::VPNConnection
  Properties:
    VpnTunnelOptionsSpecifications:
      - IKEVersions:
          - Value: ikev2
      - IKEVersions:
          - Value: ikev2
`,
  },
  'ec2-vpn-tunnel-logs': {
    bad: `
Tunnel:
  Type: AWS::EC2::VPNConnection
  Properties:
    VpnTunnelOptionsSpecifications:
      - LogOptions:
          CloudwatchLogOptions:
            LogEnabled: true
      - {}
`,
    good: `
Tunnel:
  Type: AWS::EC2::VPNConnection
  Properties:
    VpnTunnelOptionsSpecifications:
      - LogOptions:
          CloudwatchLogOptions:
            LogEnabled: true
      - LogOptions:
          CloudwatchLogOptions:
            LogEnabled: true
`,
  },
  'ec2-vpn-tunnel-route-logs': {
    bad: `
Connection:
  Type: AWS::EC2::VPNConnection
  Properties:
    VpnTunnelOptionsSpecifications:
      - LogOptions:
          CloudwatchLogOptions:
            LogEnabled: true
`,
    good: `
Connection:
  Type: AWS::EC2::VPNConnection
  Properties:
    VpnTunnelOptionsSpecifications:
      - LogOptions:
          CloudwatchLogOptions:
            BgpLogEnabled: true
            BgpLogGroupArn: !GetAtt Logs.Arn
`,
  },
};
