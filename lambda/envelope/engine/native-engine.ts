import { contentKeyOf, openMessage, sealMessage } from '../format/message';
import { openStream } from '../format/open-stream';
import { sealStream } from '../format/seal-stream';
import type { Engine } from './engine';

/** This library's codec over `node:crypto`. */
export const nativeEngine: Engine = {
  sealMessage,
  openMessage,
  sealStream,
  openStream(source, encryptedDataKeys, dataKeyOf, beforeLast) {
    return openStream(
      source,
      { encryptedDataKeys },
      async (header) => {
        const dataKey = await dataKeyOf(header);
        try {
          return contentKeyOf(header, dataKey);
        } finally {
          dataKey.fill(0);
        }
      },
      beforeLast,
    );
  },
};
