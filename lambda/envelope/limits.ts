/** Most bytes of plaintext `seal` and `open` take: they hold all of it in memory. Streams have no such limit. */
export const MAX_PLAINTEXT_BYTES = 64 * 1024 * 1024;

/** Bytes of plaintext in each frame but the last. Readers take any frame length the header states. */
export const FRAME_BYTES = 64 * 1024;

/** Most bytes of a frame that a stream opens: it holds one of them in memory. */
export const MAX_STREAMED_FRAME_BYTES = 16 * 1024 * 1024;

/** Most frames of one message: sequence numbers are four bytes, and the last of them marks the final frame. */
export const MAX_FRAMES = 0xffff_fffe;

/** Most bytes of UTF-8 in each value of a binding; all of them together stay below the 8 KiB KMS takes as context. */
export const MAX_BINDING_VALUE_BYTES = 1024;

/** Most encrypted data keys in a header: this library writes one. */
export const MAX_ENCRYPTED_DATA_KEYS = 1;

/** Most bytes of a header that a stream reads while it waits for the end of it. */
export const MAX_HEADER_BYTES = 256 * 1024;
