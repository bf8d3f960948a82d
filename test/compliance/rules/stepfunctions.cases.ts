import { customerKey } from '../../../lib/compliance/rules/stepfunctions/customer-key';
import { logged } from '../../../lib/compliance/rules/stepfunctions/logged';
import { noExecutionData } from '../../../lib/compliance/rules/stepfunctions/no-execution-data';
import { tracing } from '../../../lib/compliance/rules/stepfunctions/tracing';
import type { Json } from '../../../lib/compliance/template/json';
import {
  beside,
  casesOf,
  either,
  FAR_KEY,
  FAR_STACK,
  NOTHING,
  OPEN,
  seen,
  subject,
} from '../../support/judge-template';

const MACHINE = 'AWS::StepFunctions::StateMachine';
const logging = (LoggingConfiguration: Json) => subject(MACHINE, { LoggingConfiguration });
const encrypted = (EncryptionConfiguration: Json) => subject(MACHINE, { EncryptionConfiguration });
const OWN = 'CUSTOMER_MANAGED_KMS_KEY';

export const stepfunctionsCases = [
  casesOf(logged, {
    'all of it is compliant': logging({ Level: 'ALL' }),
    'errors is compliant': logging({ Level: 'ERROR' }),
    'nothing said is a finding': seen(subject(MACHINE), 'Properties.LoggingConfiguration.Level'),
    'logs turned off is a finding': logging({ Level: 'OFF' }),
    'logs in one branch is a finding': logging(either({ Level: 'ALL' }, NOTHING)),
    'a level left to a parameter is unknown': logging({ Level: OPEN }),
  }),
  casesOf(noExecutionData, {
    'nothing said is compliant': subject(MACHINE),
    'no data is compliant': logging({ Level: 'ALL', IncludeExecutionData: false }),
    'data is a finding': seen(
      logging({ Level: 'ALL', IncludeExecutionData: true }),
      'Properties.LoggingConfiguration.IncludeExecutionData',
    ),
    'data left to a parameter is unknown': logging({ IncludeExecutionData: OPEN }),
  }),
  casesOf(customerKey, {
    'a key of another stack is compliant': beside(encrypted({ Type: OWN, KmsKeyId: FAR_KEY }), FAR_STACK),
    'nothing said is a finding': seen(
      subject(MACHINE),
      'Properties.EncryptionConfiguration.Type',
      'Properties.EncryptionConfiguration.KmsKeyId',
    ),
    'the key of AWS is a finding': encrypted({ Type: 'AWS_OWNED_KEY' }),
    'a data key of 301 seconds is a finding': seen(
      encrypted({ Type: OWN, KmsKeyId: 'alias/own', KmsDataKeyReusePeriodSeconds: 301 }),
      'Properties.EncryptionConfiguration.KmsDataKeyReusePeriodSeconds',
    ),
    'a data key of 300 seconds is compliant': encrypted({
      Type: OWN,
      KmsKeyId: 'alias/own',
      KmsDataKeyReusePeriodSeconds: 300,
    }),
    'an activity without a key is a finding': subject('AWS::StepFunctions::Activity'),
    'a key left to a parameter is unknown': encrypted({ Type: OWN, KmsKeyId: OPEN }),
  }),
  casesOf(tracing, {
    'tracing is compliant': subject(MACHINE, { TracingConfiguration: { Enabled: true } }),
    'nothing said is a finding': seen(subject(MACHINE), 'Properties.TracingConfiguration.Enabled'),
    'tracing left to a parameter is unknown': subject(MACHINE, { TracingConfiguration: { Enabled: OPEN } }),
  }),
];
