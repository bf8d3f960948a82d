import type { Examples } from '../example';

export const elasticloadbalancingv2Examples: Examples = {
  'elasticloadbalancingv2-access-logs': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    LoadBalancerAttributes:
      - Key: access_logs.s3.enabled
        Value: 'false'
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    LoadBalancerAttributes:
      - Key: access_logs.s3.enabled
        Value: true
`,
  },
  'elasticloadbalancingv2-acm-certificate': {
    bad: `
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    Protocol: HTTPS
    Certificates:
      - CertificateArn: arn:aws:iam::111122223333:server-certificate/old
`,
    good: `
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    Protocol: HTTPS
    Certificates:
      - CertificateArn: !Ref Certificate
Certificate:
  Type: AWS::CertificateManager::Certificate
`,
  },
  'elasticloadbalancingv2-connection-logs': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    LoadBalancerAttributes:
      - Key: connection_logs.s3.enabled
        Value: 'false'
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    LoadBalancerAttributes:
      - Key: connection_logs.s3.enabled
        Value: true
`,
  },
  'elasticloadbalancingv2-cross-zone': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Type: network
    LoadBalancerAttributes:
      - Key: load_balancing.cross_zone.enabled
        Value: 'false'
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Type: network
    LoadBalancerAttributes:
      - Key: load_balancing.cross_zone.enabled
        Value: true
`,
  },
  'elasticloadbalancingv2-deletion-protection': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    LoadBalancerAttributes:
      - Key: deletion_protection.enabled
        Value: 'false'
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    LoadBalancerAttributes:
      - Key: deletion_protection.enabled
        Value: true
`,
  },
  'elasticloadbalancingv2-drop-invalid-headers': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    LoadBalancerAttributes:
      - Key: routing.http.drop_invalid_header_fields.enabled
        Value: 'false'
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    LoadBalancerAttributes:
      - Key: routing.http.drop_invalid_header_fields.enabled
        Value: true
`,
  },
  'elasticloadbalancingv2-mutual-tls': {
    bad: `
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    Protocol: HTTPS
    MutualAuthentication:
      Mode: passthrough
      TrustStoreArn: arn:aws:elasticloadbalancing:us-east-1:111122223333:truststore/clients/0a1b2c3d4e5f6071
`,
    good: `
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    Protocol: HTTPS
    MutualAuthentication:
      Mode: verify
      TrustStoreArn: arn:aws:elasticloadbalancing:us-east-1:111122223333:truststore/clients/0a1b2c3d4e5f6071
`,
  },
  'elasticloadbalancingv2-privatelink-rules': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'off'
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'on'
`,
  },
  'elasticloadbalancingv2-redirects-encrypted': {
    bad: `
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    DefaultActions:
      - Type: redirect
        RedirectConfig:
          StatusCode: HTTP_301
          Protocol: HTTP
`,
    good: `
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    DefaultActions:
      - Type: redirect
        RedirectConfig:
          StatusCode: HTTP_301
          Protocol: HTTPS
`,
  },
  'elasticloadbalancingv2-request-smuggling': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    LoadBalancerAttributes:
      - Key: routing.http.desync_mitigation_mode
        Value: monitor
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    LoadBalancerAttributes:
      - Key: routing.http.desync_mitigation_mode
        Value: defensive
`,
  },
  'elasticloadbalancingv2-session-timeout': {
    bad: `
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    DefaultActions:
      - Type: authenticate-oidc
        AuthenticateOidcConfig:
          SessionTimeout: 28801
`,
    good: `
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    DefaultActions:
      - Type: authenticate-oidc
        AuthenticateOidcConfig:
          SessionTimeout: 28800
`,
  },
  'elasticloadbalancingv2-tls-listeners': {
    bad: `
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    LoadBalancerArn: !Ref Entrance
    Protocol: HTTP
    Port: 80
    DefaultActions:
      - Type: forward
        TargetGroupArn: !Ref Targets
`,
    good: `
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    LoadBalancerArn: !Ref Entrance
    Protocol: HTTP
    Port: 80
    DefaultActions:
      - Type: redirect
        RedirectConfig:
          Protocol: HTTPS
          Port: '443'
          StatusCode: HTTP_301
`,
  },
  'elasticloadbalancingv2-tls-authenticated-ciphers': {
    bad: `
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    Protocol: HTTPS
    SslPolicy: ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04
`,
    good: `
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    Protocol: HTTPS
    SslPolicy: ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04
`,
  },
  'elasticloadbalancingv2-tls-policy': {
    bad: `
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    Protocol: HTTPS
    SslPolicy: ELBSecurityPolicy-FS-2018-06
`,
    good: `
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    Protocol: HTTPS
    SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
`,
  },
  'elasticloadbalancingv2-tls-targets': {
    bad: `
Targets:
  Type: AWS::ElasticLoadBalancingV2::TargetGroup
  Properties:
    Protocol: HTTP
`,
    good: `
Targets:
  Type: AWS::ElasticLoadBalancingV2::TargetGroup
  Properties:
    Protocol: HTTPS
`,
  },
  'elasticloadbalancingv2-trust-store-revocation': {
    bad: `
TrustStore:
  Type: AWS::ElasticLoadBalancingV2::TrustStore
`,
    good: `
TrustStore:
  Type: AWS::ElasticLoadBalancingV2::TrustStore
List:
  Type: AWS::ElasticLoadBalancingV2::TrustStoreRevocation
  Properties:
    TrustStoreArn: !Ref TrustStore
`,
  },
  'elasticloadbalancingv2-trust-store-version': {
    bad: `
TrustStore:
  Type: AWS::ElasticLoadBalancingV2::TrustStore
  Properties:
    CaCertificatesBundleS3Bucket: anchors
    CaCertificatesBundleS3Key: partners.pem
`,
    good: `
TrustStore:
  Type: AWS::ElasticLoadBalancingV2::TrustStore
  Properties:
    CaCertificatesBundleS3Bucket: anchors
    CaCertificatesBundleS3Key: partners.pem
    CaCertificatesBundleS3ObjectVersion: 3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY
`,
  },
  'elasticloadbalancingv2-waf': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Scheme: internet-facing
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Scheme: internet-facing
Association:
  Type: AWS::WAFv2::WebACLAssociation
  Properties:
    ResourceArn: !Ref Entrance
    WebACLArn: arn:aws:wafv2:us-east-1:111122223333:regional/webacl/portal/0a1b2c3d
`,
  },
};
