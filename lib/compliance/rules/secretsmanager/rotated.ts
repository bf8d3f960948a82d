import { finding, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { companions } from '../cloudformation/companions';

const secretOf = (resource: Resource) => resource.property('SecretId');
const schedules = companions(['AWS::SecretsManager::RotationSchedule'], secretOf, 'Name');
/** A schedule may name the attachment of a secret to its database in place of the secret. */
const attachments = companions(['AWS::SecretsManager::SecretTargetAttachment'], secretOf, 'Name');

export const rotated: Rule = {
  id: 'secretsmanager-rotated',
  title: 'secrets change by themselves',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(D)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(c)'],
  why: 'A password that somebody copied works until it changes, and nobody changes it by hand.',
  fix: 'add an AWS::SecretsManager::RotationSchedule with HostedRotationLambda or RotationLambdaARN',
  resourceTypes: ['AWS::SecretsManager::Secret'],
  check(secret) {
    const all = [secret, ...attachments(secret)].flatMap(schedules);
    if (all.some(rotates)) return [];
    return [
      finding(
        'Properties',
        all.length > 0
          ? 'has a rotation schedule without a function that rotates'
          : 'has no rotation schedule in the assembly',
      ),
    ];
  },
};

function rotates(schedule: Resource): boolean {
  return ['RotationLambdaARN', 'HostedRotationLambda', 'ExternalSecretRotationRoleArn'].some((name) =>
    schedule.property(name).values.every(({ kind }) => kind !== 'absent'),
  );
}
