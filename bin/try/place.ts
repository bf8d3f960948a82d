import type { UseCaseManifest } from '../../lib/contract/use-case';
import { createEnvelope } from '../../lambda/envelope/envelope';
import { createLocalKeys } from '../../lambda/envelope/keys/local-keys';
import { createDirectoryBodies } from '../../lambda/gateway/bodies/directory-bodies';
import { createLeasedClaims } from '../../lambda/gateway/claims/leased-claims';
import { SYSTEM_CLOCK } from '../../lambda/gateway/clock';
import { createGateway, type Gateway } from '../../lambda/gateway/gateway';
import { readManifests } from '../../lambda/gateway/manifest';
import { gatewayLog, type WriteLine } from '../../lambda/gateway/metrics';
import type { GuardrailChoice, Model } from '../../lambda/gateway/model/model';
import { createBundledPrompts } from '../../lambda/gateway/prompts/bundled-prompts';
import { createFileStore } from '../../lambda/gateway/store/file-store';
import { ChainedWriter } from '../../lambda/ledger/chained-writer';
import { DirectoryStore } from '../../lambda/ledger/directory-store';
import type { LedgerStore } from '../../lambda/ledger/ledger-store';
import { createLocalSigner } from '../../lambda/ledger/local-signer';
import { createMac } from '../../lambda/ledger/mac';
import { seal } from '../../lambda/ledger/sealer/sealer';
import { BrokenCheckpoint } from '../../lambda/ledger/sealer/witnesses';
import { UsageError } from '../verbs/verb';
import type { Home } from './home';
import { createStandIns, STAND_INS } from './stand-ins';
import { PROMPT, useCase } from './use-case';
import { WatchedModel } from './watched-model';

/** Who answers. */
export interface Models {
  readonly model: Model;
  readonly ids: UseCaseManifest['models'];
  readonly region: string;
  readonly guardrail?: GuardrailChoice;
  /** Milliseconds for a request, three seconds of which are kept for its record. */
  readonly time: number;
  /** Whether they run here and say what we know they say. */
  readonly areStandIns: boolean;
}

export const LOCAL_MODELS: Models = {
  model: createStandIns(),
  ids: [STAND_INS.echo, STAND_INS.leaks, STAND_INS.silent, STAND_INS.busy],
  region: 'local',
  time: 4_000,
  areStandIns: true,
};

/** The gateway that is deployed, over files in the place of services. */
export interface Place {
  readonly home: Home;
  readonly models: Models;
  readonly gateway: Gateway;
  readonly watched: WatchedModel;
  readonly store: LedgerStore;
  /** Ends this writer's chain: signs its segment, and a checkpoint of the whole ledger. */
  close(): Promise<void>;
}

/**
 * @param log gets the lines that a deployed gateway logs
 * @throws UsageError on a machine of AWS, where local keys have no place
 */
export function openPlace(home: Home, models: Models, log: WriteLine): Place {
  const signer = createLocalSigner(home.signingKey);
  const store = new DirectoryStore(home.ledger);
  const ledger = new ChainedWriter({ store, signer });
  const mac = createMac(home.macKey);
  const watched = new WatchedModel(models.model);
  const { guardrail } = models;
  const gateway = createGateway({
    useCases: readManifests([useCase(models.ids)]),
    prompts: createBundledPrompts({ [`${PROMPT.id}:${PROMPT.version}`]: PROMPT.text }),
    model: watched,
    region: models.region,
    ...(guardrail && { guardrail }),
    bodies: {
      store: createDirectoryBodies(home.bodies),
      envelope: createEnvelope({ keys: localKeys(home) }),
    },
    claims: createLeasedClaims({ store: createFileStore(home.claims), clock: SYSTEM_CLOCK }),
    ledger,
    mac: { of: (kind, text) => mac.digest(kind, text) },
    observe: gatewayLog(log),
  });
  return {
    home,
    models,
    gateway,
    watched,
    store,
    async close() {
      await ledger.close();
      try {
        await seal({ store, signer });
      } catch (error) {
        // whoever verifies is told which one, and why
        if (!(error instanceof BrokenCheckpoint)) throw error;
      }
    },
  };
}

function localKeys({ bodyKey }: Home): ReturnType<typeof createLocalKeys> {
  try {
    return createLocalKeys({ key: bodyKey });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
