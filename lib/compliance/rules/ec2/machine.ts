import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';

export const MACHINE_TYPES = ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate'] as const;

/** What a machine will be: the properties of an instance or launch configuration, or the data of a launch template. */
export function machineOf(resource: Resource): Property {
  return resource.property(resource.type === 'AWS::EC2::LaunchTemplate' ? 'LaunchTemplateData' : '');
}

/**
 * Where an instance gets what it does not say: from a launch template of the assembly, which is judged itself, from one
 * that is elsewhere, or from nowhere.
 */
export function templateOf(instance: Resource): 'here' | 'elsewhere' | 'none' {
  // a condition may leave the launch template out
  if (instance.property('LaunchTemplate').values.some(({ kind }) => kind === 'absent')) return 'none';
  const names = ['LaunchTemplateId', 'LaunchTemplateName'].flatMap(
    (name) => instance.property(`LaunchTemplate.${name}`).values,
  );
  const isHere = names.every(
    (value) =>
      value.kind === 'absent' ||
      (value.kind === 'reference' &&
        value.template.resource(value.logicalId)?.type === 'AWS::EC2::LaunchTemplate'),
  );
  return isHere && names.some(({ kind }) => kind === 'reference') ? 'here' : 'elsewhere';
}

/** The launch templates of the assembly that an instance may start from. */
export function launchTemplatesOf(instance: Resource): readonly Resource[] {
  return ['LaunchTemplateId', 'LaunchTemplateName'].flatMap((name) =>
    instance.property(`LaunchTemplate.${name}`).targets(),
  );
}

/** `Ebs` of each block device that is a volume. */
export function volumesOf(machine: Property): readonly Property[] {
  return machine
    .at('BlockDeviceMappings')
    .items()
    .map((device) => device.at('Ebs'))
    .filter((volume) => volume.isPresent);
}
