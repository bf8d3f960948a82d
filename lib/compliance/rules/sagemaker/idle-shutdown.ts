import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';

const apps = (settings: string) =>
  ['CodeEditorAppSettings', 'JupyterLabAppSettings'].map(
    (app) => `${settings}?.${app}?.AppLifecycleManagement?.IdleSettings?.IdleTimeoutInMinutes`,
  );
const TIMEOUTS: PlacesByType = {
  'AWS::SageMaker::Domain': [...apps('DefaultUserSettings'), ...apps('DefaultSpaceSettings')],
  'AWS::SageMaker::Space': apps('SpaceSettings'),
  'AWS::SageMaker::UserProfile': apps('UserSettings'),
};

const minutes: Parameter<number> = {
  name: 'minutes',
  description: 'longest time a notebook may lie idle, in minutes; Studio takes 60 to 525600',
  default: 120,
};

export const idleShutdown: Rule = {
  id: 'sagemaker-idle-shutdown',
  title: 'notebooks that nobody uses shut down',
  severity: 'error',
  controls: ['164.312(a)(2)(iii)'],
  profiles: ['ai'],
  why: 'An open notebook shows its rows, and holds its credentials, for whoever sits down before it.',
  fix: 'lower IdleTimeoutInMinutes',
  resourceTypes: typesOf(TIMEOUTS),
  parameters: [minutes],
  check(resource, _template, settings) {
    const longest = settings.of(minutes);
    return placesByType(resource, TIMEOUTS).flatMap((timeout) =>
      allowLiteral(timeout, (value) => numberOf(value) <= longest, `must be at most ${longest} minutes`),
    );
  },
};
