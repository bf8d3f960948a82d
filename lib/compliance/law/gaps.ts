/**
 * Paragraphs that code could carry a part of and no rule does, each with the reason. A paragraph leaves the list when a rule
 * cites it; `law.test.ts` holds the list to that.
 */
export const GAPS: ReadonlyMap<string, string> = new Map([
  [
    '164.308(a)(4)(ii)(A)',
    'it binds only a health care clearinghouse inside a larger organization; no template says whether there is one',
  ],
  [
    '164.514(b)(2)(i)(E)',
    'Bedrock guardrails have no type for fax numbers; the redaction engine finds them at run time',
  ],
  [
    '164.514(b)(2)(i)(M)',
    'Bedrock guardrails have no type for device identifiers; the redaction engine finds them at run time',
  ],
  [
    '164.514(b)(2)(i)(Q)',
    'photographs are no text: neither guardrails nor the redaction engine look at them',
  ],
  [
    '164.514(b)(2)(i)(R)',
    'any other code that identifies cannot be listed in a template; the redaction engine finds those with a cue',
  ],
  ['164.514(c)', 'how a code is derived is code at run time; a template shows at most who may open its key'],
  ['164.514(d)(5)', 'whether a request asks for a whole record shows in the request, not in a template'],
  ['164.514(e)(1)', 'a limited data set rests on an agreement with its recipient, which is a document'],
  ['164.514(e)(2)', 'which identifiers a data set leaves out shows in the data'],
  ['164.514(h)', 'who asks for a disclosure is verified request by request, at run time'],
  [
    '164.530(j)',
    'what the Privacy Rule wants kept are documents; rules judge the stores of logs, which is not the same',
  ],
]);
