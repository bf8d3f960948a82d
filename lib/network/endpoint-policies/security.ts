import type { aws_iam as iam } from 'aws-cdk-lib';
import type { DataPerimeter } from './data-perimeter';

export function kms(perimeter: DataPerimeter): iam.PolicyStatement[] {
  const actions = [
    'kms:Decrypt',
    'kms:DescribeKey',
    'kms:Encrypt',
    'kms:GenerateDataKey',
    'kms:GenerateDataKeyWithoutPlaintext',
    'kms:GetPublicKey',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
    'kms:Sign',
  ];
  return [perimeter.allow('UseOwnKeys', actions, [perimeter.arn('kms', 'key/*')])];
}

export function sts(perimeter: DataPerimeter): iam.PolicyStatement[] {
  return [
    // a session for one tenant bears its tag
    perimeter.allow('AssumeOwnRoles', ['sts:AssumeRole', 'sts:TagSession'], [perimeter.roles()]),
    // the call has no resource, so there is no resource account to compare
    perimeter.allowCallers('TellWhoCalls', ['sts:GetCallerIdentity'], ['*']),
  ];
}

export function secretsManager(perimeter: DataPerimeter): iam.PolicyStatement[] {
  const arn = perimeter.arn('secretsmanager', 'secret:*');
  return [
    perimeter.allow(
      'ReadOwnSecrets',
      ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
      [arn],
    ),
    // functions that rotate write the next version through the same door; whether a role may is said by its policy
    perimeter.allow(
      'RotateOwnSecrets',
      ['secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecretVersionStage'],
      [arn],
    ),
  ];
}

export function ssm(perimeter: DataPerimeter): iam.PolicyStatement[] {
  const actions = ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'];
  return [perimeter.allow('ReadOwnParameters', actions, [perimeter.arn('ssm', 'parameter/*')])];
}

export function privateCa(perimeter: DataPerimeter): iam.PolicyStatement[] {
  const actions = [
    'acm-pca:DescribeCertificateAuthority',
    'acm-pca:GetCertificate',
    'acm-pca:GetCertificateAuthorityCertificate',
    'acm-pca:IssueCertificate',
  ];
  return [
    perimeter.allow('IssueFromOwnAuthorities', actions, [
      perimeter.arn('acm-pca', 'certificate-authority/*'),
    ]),
  ];
}
