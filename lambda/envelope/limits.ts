/** Most bytes of plaintext in one message: seal and open hold all of it in memory. */
export const MAX_PLAINTEXT_BYTES = 64 * 1024 * 1024;

/** Most bytes of a message: the plaintext and room for its header and the 32 bytes around each frame. */
export const MAX_MESSAGE_BYTES = MAX_PLAINTEXT_BYTES + 1024 * 1024;

/** Bytes of plaintext in each frame but the last. Readers take any frame length the header states. */
export const FRAME_BYTES = 64 * 1024;

/** Most bytes of UTF-8 in each value of a binding; all of them together stay below the 8 KiB KMS takes as context. */
export const MAX_BINDING_VALUE_BYTES = 1024;

/** Most encrypted data keys in a header: this library writes one. */
export const MAX_ENCRYPTED_DATA_KEYS = 1;
