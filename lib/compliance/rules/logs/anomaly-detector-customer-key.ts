import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const anomalyDetectorCustomerKey: Rule = {
  id: 'logs-anomaly-detector-customer-key',
  title: 'anomaly detectors encrypt what they learn with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'A detector keeps patterns and samples of the events it learned from.',
  fix: 'set KmsKeyId',
  resourceTypes: ['AWS::Logs::LogAnomalyDetector'],
  check(detector) {
    return requireCustomerKey(detector.property('KmsKeyId'));
  },
};
