import type { Examples } from '../example';

export const certificatemanagerExamples: Examples = {
  'certificatemanager-dns-validation': {
    bad: `
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: portal.example.org
    ValidationMethod: EMAIL
`,
    good: `
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: portal.example.org
    ValidationMethod: DNS
`,
  },
  'certificatemanager-key-algorithm': {
    bad: `
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: portal.example.org
    KeyAlgorithm: RSA_1024
`,
    good: `
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: portal.example.org
`,
  },
  'certificatemanager-no-export': {
    bad: `
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: portal.example.org
    CertificateExport: ENABLED
`,
    good: `
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: portal.example.org
`,
  },
  'certificatemanager-no-wildcard': {
    bad: `
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: '*.example.org'
`,
    good: `
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: portal.example.org
`,
  },
  'certificatemanager-strong-key': {
    bad: `
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: portal.example.org
    KeyAlgorithm: RSA_2048
`,
    good: `
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: portal.example.org
    KeyAlgorithm: EC_secp384r1
`,
  },
  'certificatemanager-transparency': {
    bad: `
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: portal.example.org
    CertificateTransparencyLoggingPreference: DISABLED
`,
    good: `
Certificate:
  Type: AWS::CertificateManager::Certificate
  Properties:
    DomainName: portal.example.org
`,
  },
};
