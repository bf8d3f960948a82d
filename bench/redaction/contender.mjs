// One contender in a process of its own, so that none can slow, break or warm up another. Answers the parent's messages:
// { do: 'load', name, from }  { do: 'find', texts }  { do: 'speed', texts }.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { OURS, PEERS } from './peers.mjs';

/** Long enough that one collection does not decide. */
const LEAST_MS = 300;
const WARM_UP_MS = 3000;

let contender;
let run;

const cpuMs = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

async function load({ name, from }) {
  contender = [OURS, ...PEERS].find((each) => each.name === name);
  // ours is one file, a peer a folder that npm made
  const modules = createRequire(path.join(from, 'package.json'));
  const module = async (wanted) => {
    const file = wanted === 'engine' ? from : modules.resolve(wanted);
    const loaded = await import(pathToFileURL(file).href);
    // CommonJS and ES modules, with names or a default: a peer takes what its documentation imports
    const { default: main } = loaded;
    return { ...main, ...loaded, default: main?.__esModule ? main.default : main };
  };
  const before = process.cpuUsage();
  run = await contender.start(module);
  await run('Patient Ana Rivera was seen on 3/4/2024.');
  return { ms: cpuMs(before) };
}

async function find({ texts }) {
  const found = [];
  for (const text of texts) {
    try {
      const output = await run(text);
      found.push(contender.placeholder ? { output } : { places: contender.read(text, output) });
    } catch {
      found.push({ failed: true });
    }
  }
  return { found };
}

/** Bytes per second of CPU over whole rounds of the texts. */
/** What runs for years is measured warm: compilers have done their work by then. */
const warm = new Set();

async function speed({ texts }) {
  if (!warm.has(texts.length)) {
    warm.add(texts.length);
    const began = process.cpuUsage();
    do {
      for (const text of texts) {
        try {
          await run(text);
        } catch {
          continue;
        }
      }
    } while (cpuMs(began) < WARM_UP_MS);
  }
  let bytes = 0;
  const before = process.cpuUsage();
  do {
    for (const text of texts) {
      try {
        const output = run(text);
        if (output instanceof Promise) await output;
      } catch {
        continue; // what it fails on counts as work not done
      }
      bytes += Buffer.byteLength(text);
    }
  } while (cpuMs(before) < LEAST_MS);
  return { mbPerSecond: bytes / 1e3 / cpuMs(before) };
}

// a parent that was stopped leaves nobody behind
process.on('disconnect', () => process.exit());

const DO = { load, find, speed };

process.on('message', async (message) => {
  try {
    process.send({ done: await DO[message.do](message) });
  } catch (error) {
    process.send({ failed: error instanceof Error ? error.message.split('\n')[0] : 'unknown' });
  }
});
