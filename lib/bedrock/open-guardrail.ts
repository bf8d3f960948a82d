import { Aws, aws_iam as iam, type aws_kms as kms } from 'aws-cdk-lib';

/** A call with a guardrail decrypts it by its caller: without this the call is refused. Source: Bedrock user guide, "Guardrail permissions". */
export function openGuardrail(encryptionKey: kms.IKey): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'OpenTheGuardrail',
    actions: ['kms:Decrypt'],
    resources: [encryptionKey.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `bedrock.${Aws.REGION}.amazonaws.com` } },
  });
}
