import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { isHeldOut, readCorpus } from './corpus.js';
import { passagesOf } from './dataset.js';
import { isReplyLike, trainReplyModel } from './reply-model.js';
import { weightsModule } from './weights-module.js';

/**
 * Trains the learned signal from the corpus, without the fifth that is kept aside, and writes its weights into core.
 * The same corpus gives the same file.
 */
const examples = readCorpus()
  .filter((text) => !isHeldOut(text.id) && isReplyLike(text))
  .flatMap((text) => passagesOf(text));
const { model, log } = trainReplyModel(examples);
console.log(log);
const source = weightsModule({ reply: model });
writeFileSync(
  fileURLToPath(new URL('../../core/src/signals/learned/weights.ts', import.meta.url)),
  source,
);
console.log(
  `weights.ts: ${source.length} bytes, ${gzipSync(source, { level: 9 }).length} after gzip`,
);
