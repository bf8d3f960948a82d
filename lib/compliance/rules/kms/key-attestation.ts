import { allows, onEachAllow } from '../../policy/allow';
import { isService } from '../../policy/principal';
import { type Statement, statementsOf } from '../../policy/statement';
import { finding, type Rule } from '../../rule';

/** What an enclave in debug mode measures. Source: Nitro Enclaves user guide, "Cryptographic attestation". */
const DEBUG = /^0+$/u;
const POSITIVE = /^(?:stringequals|stringequalsignorecase|stringlike)$/iu;

export const keyAttestation: Rule = {
  id: 'kms-key-attestation',
  title: 'keys for enclaves open for the measured image only',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'A second statement without attestation, or one for debug mode, opens the key past the enclave.',
  fix: 'name real measurements, with a positive operator, in every Allow of kms:Decrypt',
  resourceTypes: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check(key, template) {
    const statements = statementsOf(key.property('KeyPolicy'), template);
    if (!statements.some(({ conditions }) => conditions.some((each) => isMeasurement(each.key))))
      return 'not-applicable';
    return onEachAllow(statements, ['action', 'condition'], (statement) => {
      if (!allows(statement, 'kms:Decrypt') || isForServices(statement)) return [];
      const measured = statement.conditions.filter((each) => isMeasurement(each.key) && !each.optional);
      if (measured.some(({ values }) => values.some((value) => DEBUG.test(value))))
        return [finding(statement.path, 'opens the key for an enclave in debug mode')];
      return measured.some(({ operator }) => POSITIVE.test(operator))
        ? []
        : [finding(statement.path, 'opens the key without a measured image')];
    });
  },
};

const isMeasurement = (key: string): boolean => key.startsWith('kms:recipientattestation:');
const isForServices = ({ principals }: Statement): boolean =>
  principals.length > 0 && principals.every(isService);
