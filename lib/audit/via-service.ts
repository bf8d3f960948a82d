import { Aws } from 'aws-cdk-lib';

/** That a key is used through one service of this Region and not called directly. */
export function viaService(service: string): Readonly<Record<string, string>> {
  return { 'kms:ViaService': `${service}.${Aws.REGION}.amazonaws.com` };
}
