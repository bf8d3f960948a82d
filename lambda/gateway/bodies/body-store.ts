/** Where sealed bodies are. They are written once. */
export interface BodyStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
}
