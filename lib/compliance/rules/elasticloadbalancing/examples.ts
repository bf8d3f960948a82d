import type { Examples } from '../example';

export const elasticloadbalancingExamples: Examples = {
  'elasticloadbalancing-access-logs': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    AccessLoggingPolicy:
      Enabled: false
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    AccessLoggingPolicy:
      Enabled: true
      S3BucketName: logs
`,
  },
  'elasticloadbalancing-acm-certificate': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - Protocol: HTTPS
        SSLCertificateId: arn:aws:iam::111122223333:server-certificate/old
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - Protocol: HTTPS
        SSLCertificateId: !Ref Certificate
Certificate:
  Type: AWS::CertificateManager::Certificate
`,
  },
  'elasticloadbalancing-connection-draining': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    ConnectionDrainingPolicy:
      Enabled: false
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    ConnectionDrainingPolicy:
      Enabled: true
`,
  },
  'elasticloadbalancing-cross-zone': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    CrossZone: false
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    CrossZone: true
`,
  },
  'elasticloadbalancing-internal': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Scheme: internet-facing
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Scheme: internal
`,
  },
  'elasticloadbalancing-tls-backends': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - InstanceProtocol: HTTP
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - InstanceProtocol: HTTPS
`,
  },
  'elasticloadbalancing-tls-listeners': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - LoadBalancerPort: '80'
        InstancePort: '8080'
        Protocol: HTTP
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - LoadBalancerPort: '443'
        InstancePort: '8443'
        Protocol: HTTPS
`,
  },
  'elasticloadbalancing-tls-policy': {
    bad: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - Protocol: HTTPS
    Policies:
      - PolicyName: tls
        PolicyType: SSLNegotiationPolicyType
        Attributes:
          - Name: Reference-Security-Policy
            Value: ELBSecurityPolicy-TLS-1-1-2017-01
`,
    good: `
Entrance:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Listeners:
      - Protocol: HTTPS
    Policies:
      - PolicyName: tls
        PolicyType: SSLNegotiationPolicyType
        Attributes:
          - Name: Reference-Security-Policy
            Value: ELBSecurityPolicy-TLS-1-2-2017-01
`,
  },
};
