import type { Examples } from '../example';

export const cloudfrontExamples: Examples = {
  'cloudfront-access-logs': {
    bad: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig: {}
`,
    good: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Logging:
        Bucket: logs-111122223333.s3.amazonaws.com
`,
  },
  'cloudfront-default-root': {
    bad: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig: {}
`,
    good: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      DefaultRootObject: index.html
`,
  },
  'cloudfront-field-encryption': {
    bad: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig: {}
`,
    good: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      DefaultCacheBehavior:
        FieldLevelEncryptionId: C1A2B3C4D5E6F7
`,
  },
  'cloudfront-geo-restriction': {
    bad: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Restrictions:
        GeoRestriction:
          RestrictionType: none
`,
    good: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Restrictions:
        GeoRestriction:
          RestrictionType: whitelist
          Locations: [US]
`,
  },
  'cloudfront-mutual-tls': {
    bad: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig: {}
`,
    good: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      ViewerMtlsConfig:
        TrustStoreConfig:
          TrustStoreId: ts-1
`,
  },
  'cloudfront-origin-access': {
    bad: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Origins:
        - Id: bucket
          DomainName: !GetAtt Bucket.RegionalDomainName
Bucket:
  Type: AWS::S3::Bucket
`,
    good: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Origins:
        - Id: bucket
          DomainName: !GetAtt Bucket.RegionalDomainName
          OriginAccessControlId: E1A2B3C4D5E6F7
Bucket:
  Type: AWS::S3::Bucket
`,
  },
  'cloudfront-origin-access-control-signs': {
    bad: `
Control:
  Type: AWS::CloudFront::OriginAccessControl
  Properties:
    OriginAccessControlConfig:
      SigningBehavior: never
`,
    good: `
Control:
  Type: AWS::CloudFront::OriginAccessControl
  Properties:
    OriginAccessControlConfig:
      SigningBehavior: always
`,
  },
  'cloudfront-origin-header-secrets': {
    bad: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Origins:
        - Id: forms
          DomainName: forms.clinic.example
          OriginCustomHeaders:
            - HeaderName: x-origin-verify
              HeaderValue: not-a-real-one
`,
    good: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Origins:
        - Id: forms
          DomainName: forms.clinic.example
          OriginCustomHeaders:
            - HeaderName: x-origin-verify
              HeaderValue: '{{resolve:secretsmanager:clinic/edge:SecretString:header}}'
`,
  },
  'cloudfront-origin-https': {
    bad: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Origins:
        - Id: ehr
          DomainName: ehr.example.org
          CustomOriginConfig:
            OriginProtocolPolicy: match-viewer
`,
    good: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Origins:
        - Id: ehr
          DomainName: ehr.example.org
          CustomOriginConfig:
            OriginProtocolPolicy: https-only
            OriginSSLProtocols: [TLSv1.2]
`,
  },
  'cloudfront-response-headers': {
    bad: `
Headers:
  Type: AWS::CloudFront::ResponseHeadersPolicy
  Properties:
    ResponseHeadersPolicyConfig: {}
`,
    good: `
Headers:
  Type: AWS::CloudFront::ResponseHeadersPolicy
  Properties:
    ResponseHeadersPolicyConfig:
      SecurityHeadersConfig:
        StrictTransportSecurity:
          AccessControlMaxAgeSec: 31536000
`,
  },
  'cloudfront-signed-requests': {
    bad: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig: {}
`,
    good: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      DefaultCacheBehavior:
        TrustedKeyGroups: [kg-1]
`,
  },
  'cloudfront-viewer-https': {
    bad: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      DefaultCacheBehavior:
        ViewerProtocolPolicy: allow-all
`,
    good: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      DefaultCacheBehavior:
        ViewerProtocolPolicy: https-only
`,
  },
  'cloudfront-viewer-tls': {
    bad: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      ViewerCertificate:
        MinimumProtocolVersion: TLSv1.1_2016
`,
    good: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      ViewerCertificate:
        MinimumProtocolVersion: TLSv1.2_2021
`,
  },
  'cloudfront-waf': {
    bad: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig: {}
`,
    good: `
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      WebACLId: arn:aws:wafv2:us-east-1:111122223333:global/webacl/portal/0a1b2c3d
`,
  },
};
