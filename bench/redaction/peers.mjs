// npm packages that redact or find identifiers, pinned, each driven as its own documentation says. None is a dependency.
// `start` gets `load(name)` and returns `run(text)`: the peer's own work, which is all that is timed. `read` makes
// places of what that returned; a peer that only returns text has `placeholder`, and its text is aligned with the original.

const between = ({ start, end }) => ({ start, end });

/** Offsets of a view of compromise; it counts the punctuation after a word to the word. */
const viewed = (view) =>
  view
    .json({ offset: true })
    .map(({ offset }) => ({ start: offset.start, end: offset.start + offset.length }));

const SCREAMING =
  /PERSON_NAME|(?:CREDIT_CARD|PHONE|US_SOCIAL_SECURITY)_NUMBER|STREET_ADDRESS|EMAIL_ADDRESS|IP_ADDRESS|SOCIAL_SECURITY_NUMBER|ZIPCODE|CREDIT_CARD|CREDENTIALS|USERNAME|PASSWORD|DIGITS|URL/gu;

export const PEERS = [
  {
    name: 'compromise 14.17.0 + dates',
    packages: ['compromise@14.17.0', 'compromise-dates@3.9.0'],
    async start(load) {
      const { default: nlp } = await load('compromise');
      nlp.plugin((await load('compromise-dates')).default);
      return (text) => {
        const document = nlp(text);
        return [
          document.people(),
          document.places(),
          document.organizations(),
          document.dates(),
          document.match('#Date+'),
          document.phoneNumbers(),
          document.emails(),
          document.urls(),
        ].flatMap(viewed);
      };
    },
    read: (_, places) => places,
  },
  {
    name: 'anonymize-nlp 1.0.6',
    packages: ['anonymize-nlp@1.0.6', 'compromise@14.17.0'],
    async start(load) {
      const { AnonymizeNlp } = await load('anonymize-nlp');
      // it remembers what it replaced: a new one for each document
      return (text) => new AnonymizeNlp().anonymize(text);
    },
    placeholder: /<[A-Z_]+\d*>/gu,
  },
  {
    name: 'redact-pii 3.4.0',
    packages: ['redact-pii@3.4.0'],
    async start(load) {
      const { SyncRedactor } = await load('redact-pii');
      const redactor = new SyncRedactor();
      return (text) => redactor.redact(text);
    },
    placeholder: SCREAMING,
  },
  {
    name: 'openredaction 1.0.4 hipaa',
    packages: ['@openredaction/openredaction@1.0.4'],
    async start(load) {
      const { OpenRedaction } = await load('@openredaction/openredaction');
      const redactor = new OpenRedaction({ preset: 'hipaa' });
      return (text) => redactor.detect(text);
    },
    read: (_, { detections }) => detections.map(({ position: [start, end] }) => ({ start, end })),
  },
  {
    name: '@coffeeandfun/remove-pii 3.0.1',
    packages: ['@coffeeandfun/remove-pii@3.0.1'],
    async start(load) {
      const { detectPII } = await load('@coffeeandfun/remove-pii');
      return (text) => detectPII(text);
    },
    read: (_, { detectedItems }) => detectedItems.flatMap(({ positions }) => positions.map(between)),
  },
  {
    name: 'wink-nlp 2.4.0 + eng-lite-web',
    packages: ['wink-nlp@2.4.0', 'wink-eng-lite-web-model@1.8.1'],
    async start(load) {
      const { default: wink } = await load('wink-nlp');
      const nlp = wink((await load('wink-eng-lite-web-model')).default);
      const { its } = nlp;
      // it has no entity for people or places; its proper nouns would be every capital word
      return (text) => {
        const document = nlp.readDoc(text);
        return {
          tokens: document.tokens().out(),
          entities: document.entities().out(its.detail),
          spans: document.entities().out(its.span),
        };
      };
    },
    read(text, { tokens, entities, spans }) {
      let from = 0;
      const places = tokens.map((token) => {
        const start = text.indexOf(token, from);
        from = start === -1 ? from : start + token.length;
        return { start: start === -1 ? from : start, end: from };
      });
      return spans
        .filter((_, index) => ['DATE', 'EMAIL', 'URL'].includes(entities[index].type))
        .map(([first, last]) => ({ start: places[first].start, end: places[last].end }));
    },
  },
  {
    name: '@cdssnc/sanitize-pii 2.1.1',
    packages: ['@cdssnc/sanitize-pii@2.1.1'],
    async start(load) {
      const { sanitizePii } = await load('@cdssnc/sanitize-pii');
      return (text) => sanitizePii(text);
    },
    placeholder: /\[Redacted: \w+\]/gu,
  },
  {
    name: '@redactpii/node 1.0.17',
    packages: ['@redactpii/node@1.0.17'],
    async start(load) {
      const { Redactor } = await load('@redactpii/node');
      const redactor = new Redactor();
      return (text) => redactor.redact(text);
    },
    placeholder: SCREAMING,
  },
  {
    name: '@arcjet/redact 1.4.0',
    packages: ['@arcjet/redact@1.4.0'],
    async start(load) {
      const { redact } = await load('@arcjet/redact');
      return async (text) => (await redact(text))[0];
    },
    placeholder: /<Redacted [a-z -]+ #\d+>/gu,
  },
];

export const OURS = {
  name: 'hipaa-ai-cdk',
  async start(load) {
    const { createRedactor } = await load('engine');
    const { redact } = createRedactor();
    return (text) => redact(text);
  },
  read: (_, { spans }) => spans.map(({ start, end, category }) => ({ start, end, category })),
};
