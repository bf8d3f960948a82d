import type { Rule } from '../../rule';
import { algorithms } from './algorithms';
import { authorityRetained } from './authority-retained';
import { certificateValidity } from './certificate-validity';
import { crlPrivate } from './crl-private';
import { keyStorage } from './key-storage';
import { permissionNarrow } from './permission-narrow';
import { revocation } from './revocation';
import { shortLived } from './short-lived';

/** In the order of their ids. */
export const acmpcaRules: readonly Rule[] = [
  algorithms,
  authorityRetained,
  certificateValidity,
  crlPrivate,
  keyStorage,
  permissionNarrow,
  revocation,
  shortLived,
];
