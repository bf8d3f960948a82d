/** Whether a disclosure for a purpose is part of the accounting that an individual may ask for (45 CFR 164.528(a)(1)). */
export type Accounting = 'accounted' | 'excluded';

export interface PurposeOfUse {
  /** Code of HL7 v3 PurposeOfUse, as FHIR's AuditEvent takes it. */
  readonly code: string;
  /** Of a disclosure; a use within the covered entity is none. */
  readonly accounting: Accounting;
  /** Paragraph of 45 CFR 164 that permits it. */
  readonly permittedBy: string;
  /** What a request must name beside the purpose: the waiver, authorization or order under which it is permitted. */
  readonly needsBasis?: true;
}

/**
 * Why protected health information is used or disclosed. Treatment, payment and operations, what goes to the individual, and
 * what an authorization covers are outside of the accounting (164.528(a)(1)(i), (ii), (iv)), the rest is in it.
 */
export const PURPOSES_OF_USE = {
  treatment: { code: 'TREAT', accounting: 'excluded', permittedBy: '164.506(c)' },
  payment: { code: 'HPAYMT', accounting: 'excluded', permittedBy: '164.506(c)' },
  operations: { code: 'HOPERAT', accounting: 'excluded', permittedBy: '164.506(c)' },
  'individual-request': { code: 'PATRQT', accounting: 'excluded', permittedBy: '164.502(a)(1)(i)' },
  // the code of what a patient asked for: an authorization is signed by the individual, whatever it is for
  authorization: { code: 'PATRQT', accounting: 'excluded', permittedBy: '164.508', needsBasis: true },
  research: { code: 'HRESCH', accounting: 'accounted', permittedBy: '164.512(i)', needsBasis: true },
  'public-health': { code: 'PUBHLTH', accounting: 'accounted', permittedBy: '164.512(b)' },
  'health-oversight': { code: 'HOPERAT', accounting: 'accounted', permittedBy: '164.512(d)' },
  'judicial-proceedings': {
    code: 'HLEGAL',
    accounting: 'accounted',
    permittedBy: '164.512(e)',
    needsBasis: true,
  },
  'required-by-law': {
    code: 'HLEGAL',
    accounting: 'accounted',
    permittedBy: '164.512(a)',
    needsBasis: true,
  },
} as const satisfies Readonly<Record<string, PurposeOfUse>>;

export type PurposeName = keyof typeof PURPOSES_OF_USE;

export const PURPOSE_NAMES = Object.keys(PURPOSES_OF_USE) as readonly PurposeName[];
