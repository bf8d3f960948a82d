// Calls of KMS and DynamoDB, counted at the client: a real client sends one request for each.
import { BINDING, envelopeOf } from './services.mjs';

const WARM_OPERATIONS = 1000;
const COLD_USES = 20;
const CACHED_SOURCES = ['KMS data key, cached', 'branch key, cached'];

/** Seals and opens in equal parts, each message with a record of its own. */
async function warm(library, source) {
  const { envelope, services } = envelopeOf(library, source);
  const use = async (index) => {
    const binding = { ...BINDING, record: `record-${index}` };
    await envelope.open(await envelope.seal(Buffer.from('warm'), binding), binding);
  };
  await use(0);
  services.calls = 0;
  for (let index = 1; index <= WARM_OPERATIONS / 2; index += 1) await use(index);
  return services.calls;
}

/** As many seals at once with nothing cached, then as many openings with nothing cached. */
async function cold(library, source) {
  const { envelope, keys, services } = envelopeOf(library, source);
  const uses = Array.from({ length: COLD_USES }, (_, index) => ({ ...BINDING, record: `record-${index}` }));
  const messages = await Promise.all(uses.map((binding) => envelope.seal(Buffer.from('cold'), binding)));
  const sealing = services.kmsCalls;
  keys.forget();
  await Promise.all(messages.map((message, index) => envelope.open(message, uses[index])));
  return { sealing, opening: services.kmsCalls - sealing };
}

/** @returns by source: calls of both services per 1,000 warm operations, and calls of KMS for 20 cold uses at once */
export async function countCalls(library) {
  const rows = [];
  for (const source of CACHED_SOURCES) {
    rows.push({ source, warm: await warm(library, source), cold: await cold(library, source) });
  }
  return rows;
}
