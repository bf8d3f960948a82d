import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The one resource of a class below a construct that is meant. */
export function one<Kind extends CfnResource>(
  scope: IConstruct,
  kind: abstract new (...given: never[]) => Kind,
  isMeant: (resource: Kind) => boolean = () => true,
): Kind {
  const [first, ...others] = scope.node
    .findAll()
    .filter((each): each is Kind => each instanceof kind)
    .filter(isMeant);
  if (!first || others.length > 0)
    throw new Error(
      `${kind.name} is there ${others.length + (first ? 1 : 0)} times below ${scope.node.path}`,
    );
  return first;
}

/** The resource that a construct of CDK's stands for. */
export function resourceOf(construct: IConstruct): CfnResource {
  const resource = construct.node.defaultChild;
  if (!(resource instanceof CfnResource)) throw new Error(`${construct.node.path} is no one resource`);
  return resource;
}

export function remove(construct: IConstruct): void {
  if (construct.node.scope?.node.tryRemoveChild(construct.node.id) !== true)
    throw new Error(`${construct.node.path} cannot be taken out`);
}
