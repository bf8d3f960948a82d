/** Where a template deploys that does not say so: an invented account, and the Region of most examples of AWS. */
export const PLACE = { account: '111122223333', region: 'us-east-1' } as const;
