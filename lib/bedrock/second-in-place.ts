import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Another construct of the app for the same account and Region, of a kind of which there can be one. Stacks without account
 * or Region may well go to different ones.
 */
export function secondInPlace(
  first: IConstruct,
  isOne: (construct: IConstruct) => boolean,
): IConstruct | undefined {
  const own = Stack.of(first);
  const isOpen = Token.isUnresolved(own.account) || Token.isUnresolved(own.region);
  return first.node.root.node.findAll().find((each) => {
    if (each === first || !isOne(each)) return false;
    const theirs = Stack.of(each);
    return isOpen ? theirs === own : theirs.account === own.account && theirs.region === own.region;
  });
}
