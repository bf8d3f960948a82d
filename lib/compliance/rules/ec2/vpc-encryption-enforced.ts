import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const CONTROL = 'AWS::EC2::VPCEncryptionControl';

export const vpcEncryptionEnforced: Rule = {
  id: 'ec2-vpc-encryption-enforced',
  title: 'encryption controls of a VPC enforce, without exceptions',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)', '164.312(e)(1)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(b)'],
  why: 'In mode monitor clear text is reported and goes through; through an exception it goes unreported.',
  fix: 'set Mode to enforce, and every …ExclusionInput to disable',
  resourceTypes: [CONTROL, 'AWS::EC2::VPC', 'AWS::EC2::TransitGateway'],
  check(resource) {
    if (resource.type === 'AWS::EC2::TransitGateway')
      return allowLiteral(
        resource.property('EncryptionSupport'),
        (value) => value === 'enable',
        'must be enable',
      );
    const control = resource.property(resource.type === CONTROL ? '' : 'VpcEncryptionControl');
    if (!control.isPresent) return 'not-applicable';
    const exclusions = control.keys().filter((key) => key.endsWith('ExclusionInput'));
    return [
      ...requireLiteral(control.at('Mode'), (mode) => mode === 'enforce', 'must be enforce'),
      ...exclusions.flatMap((name) =>
        allowLiteral(control.at(name), (value) => value === 'disable', 'must be disable'),
      ),
    ];
  },
};
