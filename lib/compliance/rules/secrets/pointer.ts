/** Whether text tells where a secret is, not what it is: an ARN, an address, a path, the name of one among words. */
export function pointsElsewhere(text: string): boolean {
  return /^(?:arn:|https?:|\/|\$\{|alias\/)|[/\s]/u.test(text);
}

/** Names that say their value is a password, a token or a key. */
export const PASSWORD_NAME = /(?:password|passwd|passphrase|pwd)$/iu;
export const KEY_NAME =
  /(?:secret|token|credentials?|(?:api|private|access|secret|signing|encryption)[_-]?key)$/iu;
