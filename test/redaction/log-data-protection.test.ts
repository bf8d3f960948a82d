import { aws_logs as logs } from 'aws-cdk-lib';
import { LogDataProtection, PROTECTED_IDENTIFIERS } from '../../lib/redaction/log-data-protection';
import { texts } from '../encryption/policy-evaluator';
import { at, list, refusal, synthesize, testStack, type Json } from '../support/synthesize';

function build(withFindings: boolean) {
  const stack = testStack();
  const [first, second] = ['First', 'Second'].map((id) => new logs.LogGroup(stack, id));
  const findings = new logs.LogGroup(stack, 'Findings');
  if (!first || !second) throw new Error('no log groups');
  const logGroups = [first, second];
  const props = withFindings ? { logGroups, findings } : { logGroups };
  return { stack, first, findings, props, protection: new LogDataProtection(stack, 'Protection', props) };
}

const policies = (withFindings: boolean): readonly (Json | undefined)[] => {
  const { Resources } = synthesize(build(withFindings).stack);
  return Object.entries(Resources)
    .filter(([id, { Type }]) => Type === 'AWS::Logs::LogGroup' && !id.startsWith('Findings'))
    .map(([, { Properties }]) => Properties['DataProtectionPolicy']);
};

test('every group masks and reports the same identifiers, as CloudWatch Logs asks', () => {
  for (const policy of policies(true)) {
    const [audit, mask] = list(at(policy, 'Statement'));
    expect(at(policy, 'Version')).toBe('2021-06-01');
    expect(at(mask, 'Operation')).toEqual({ Deidentify: { MaskConfig: {} } });
    expect(at(audit, 'DataIdentifier')).toEqual(at(mask, 'DataIdentifier'));
    const identifiers = texts(at(mask, 'DataIdentifier'));
    expect(identifiers).toContain('arn:aws:dataprotection::aws:data-identifier/Name');
    expect(identifiers).toContain('arn:aws:dataprotection::aws:data-identifier/Ssn-US');
    expect(identifiers).toContain('arn:aws:dataprotection::aws:data-identifier/MedicareBeneficiaryNumber-US');
    expect(identifiers).toHaveLength(PROTECTED_IDENTIFIERS.length);
    expect(new Set(identifiers).size).toBe(identifiers.length);
  }
});

test('findings go to the group given, or are counted only', () => {
  const destinations = (withFindings: boolean) =>
    policies(withFindings).map((policy) =>
      at(policy, 'Statement', 0, 'Operation', 'Audit', 'FindingsDestination'),
    );
  expect(destinations(true).map((each) => texts(at(each, 'CloudWatchLogs', 'LogGroup'))[0])).toEqual([
    expect.stringMatching(/^<Findings/u),
    expect.stringMatching(/^<Findings/u),
  ]);
  expect(destinations(false)).toEqual([{}, {}]);
});

test('a group that has a policy is refused, and so is one that would take its own findings', () => {
  const { stack, first, findings } = build(false);
  const again = () => new LogDataProtection(stack, 'Again', { logGroups: [first] });
  expect(refusal(again)).toMatchObject({ code: 'ProtectedLogGroup' });
  const own = () => new LogDataProtection(stack, 'Own', { logGroups: [findings], findings });
  expect(refusal(own).message).toContain('would take its own findings');
});
