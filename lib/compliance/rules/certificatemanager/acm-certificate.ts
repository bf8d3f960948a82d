import { parseArn } from '../../policy/arn';
import { textOf, type Value } from '../../template/value';

/** Whether a value names a certificate of ACM. Undefined: cannot tell. */
export function isAcmCertificate(value: Value): boolean | undefined {
  if (value.kind === 'reference') {
    const type = value.template.resource(value.logicalId)?.type ?? '';
    if (type === 'AWS::CertificateManager::Certificate') return true;
    // a custom resource or nested stack may hand out a certificate of another Region
    return type.startsWith('AWS::') && type !== 'AWS::CloudFormation::Stack' ? false : undefined;
  }
  const arn = textOf(value);
  return arn === undefined ? undefined : parseArn(arn)?.service === 'acm';
}
