import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type CorpusText, isHeldOut, readCorpus } from './corpus.js';
import { passagesOf } from './dataset.js';
import { listenAcross, trainNetwork } from './network.js';
import { isCopy, isReplyLike, trainModel } from './reply-model.js';
import { copyKinds, replyKinds, weightsModule } from './weights-module.js';

/**
 * Trains the learned signal from the corpus, without the fifth that is kept aside, and writes its weights into core.
 * The same corpus gives the same file.
 */
const texts = readCorpus().filter(({ id }) => !isHeldOut(id));
const examplesOf = (belongs: (text: CorpusText) => boolean) =>
  texts.filter(belongs).flatMap((text) => passagesOf(text));
const replies = examplesOf(isReplyLike);
const copies = examplesOf(isCopy);
const all = [...replies, ...copies];
const heard = listenAcross(all);
const reply = trainModel(replies, heard, replyKinds, -2);
const copy = trainModel(copies, heard, copyKinds, -1);
console.log(`replies: ${reply.log}\ncopy: ${copy.log}`);
const source = weightsModule(trainNetwork(all), { reply: reply.model, copy: copy.model });
writeFileSync(
  fileURLToPath(new URL('../../core/src/signals/learned/weights.ts', import.meta.url)),
  source,
);
console.log(
  `weights.ts: ${source.length} bytes, ${gzipSync(source, { level: 9 }).length} after gzip`,
);
