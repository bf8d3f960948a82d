import type { Rule } from '../../rule';
import { authenticationMetadata } from './authentication-metadata';
import { environment } from './environment';
import { fromSecureService } from './from-secure-service';
import { noCredentials } from './no-credentials';
import { noLiteral } from './no-literal';
import { userData } from './user-data';
import { userName } from './user-name';

/** In the order of their ids. */
export const secretsRules: readonly Rule[] = [
  authenticationMetadata,
  environment,
  fromSecureService,
  noCredentials,
  noLiteral,
  userData,
  userName,
];
