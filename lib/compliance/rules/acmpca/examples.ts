import type { Examples } from '../example';

export const acmpcaExamples: Examples = {
  'acmpca-algorithms': {
    bad: `
Authority:
  Type: AWS::ACMPCA::CertificateAuthority
  Properties:
    KeyAlgorithm: RSA_2048
    SigningAlgorithm: SHA384WITHECDSA
`,
    good: `
Authority:
  Type: AWS::ACMPCA::CertificateAuthority
  Properties:
    KeyAlgorithm: EC_secp384r1
    SigningAlgorithm: SHA384WITHECDSA
`,
  },
  'acmpca-authority-retained': {
    bad: `
Authority:
  Type: AWS::ACMPCA::CertificateAuthority
`,
    good: `
Authority:
  Type: AWS::ACMPCA::CertificateAuthority
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'acmpca-certificate-validity': {
    bad: `
Certificate:
  Type: AWS::ACMPCA::Certificate
  Properties:
    Validity:
      Type: YEARS
      Value: 11
`,
    good: `
Certificate:
  Type: AWS::ACMPCA::Certificate
  Properties:
    Validity:
      Type: YEARS
      Value: 10
`,
  },
  'acmpca-crl-private': {
    bad: `
Authority:
  Type: AWS::ACMPCA::CertificateAuthority
  Properties:
    RevocationConfiguration:
      CrlConfiguration:
        Enabled: true
        S3ObjectAcl: PUBLIC_READ
`,
    good: `
Authority:
  Type: AWS::ACMPCA::CertificateAuthority
  Properties:
    RevocationConfiguration:
      CrlConfiguration:
        Enabled: true
        S3ObjectAcl: BUCKET_OWNER_FULL_CONTROL
`,
  },
  'acmpca-key-storage': {
    bad: `
Authority:
  Type: AWS::ACMPCA::CertificateAuthority
  Properties:
    KeyStorageSecurityStandard: FIPS_140_2_LEVEL_2_OR_HIGHER
`,
    good: `
Authority:
  Type: AWS::ACMPCA::CertificateAuthority
  Properties:
    KeyStorageSecurityStandard: FIPS_140_2_LEVEL_3_OR_HIGHER
`,
  },
  'acmpca-permission-narrow': {
    bad: `
Permission:
  Type: AWS::ACMPCA::Permission
  Properties:
    Principal: acm.amazonaws.com
`,
    good: `
Permission:
  Type: AWS::ACMPCA::Permission
  Properties:
    Principal: acm.amazonaws.com
    SourceAccount: '111122223333'
`,
  },
  'acmpca-revocation': {
    bad: `
Authority:
  Type: AWS::ACMPCA::CertificateAuthority
`,
    good: `
Authority:
  Type: AWS::ACMPCA::CertificateAuthority
  Properties:
    RevocationConfiguration:
      CrlConfiguration:
        Enabled: true
`,
  },
  'acmpca-short-lived': {
    bad: `
Authority:
  Type: AWS::ACMPCA::CertificateAuthority
  Properties:
    UsageMode: GENERAL_PURPOSE
`,
    good: `
Authority:
  Type: AWS::ACMPCA::CertificateAuthority
  Properties:
    UsageMode: SHORT_LIVED_CERTIFICATE
`,
  },
};
