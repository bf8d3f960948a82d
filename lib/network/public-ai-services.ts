import data from './public-ai-services.json';

/** A service on the internet that takes text to a model, outside every agreement of this environment. */
export interface PublicAiService {
  readonly name: string;
  /** Registered names; everything below them is meant as well. */
  readonly domains: readonly string[];
}

/** The day of the list, as `YYYY-MM-DD`. It grows old: new services come every week. */
export const PUBLIC_AI_AS_OF: string = data.asOf;

export const PUBLIC_AI_SERVICES: readonly PublicAiService[] = data.services;
