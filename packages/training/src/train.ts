import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type CorpusText, isHeldOut, readCorpus } from './corpus.js';
import { passagesOf } from './dataset.js';
import { isPost, isReplyLike, packedWords, prepareVectors, trainModel } from './reply-model.js';
import { postKinds, replyKinds, weightsModule } from './weights-module.js';

/**
 * Trains the learned signal from the corpus, without the fifth that is kept aside, and writes its weights into core.
 * The same corpus gives the same file.
 */
const texts = readCorpus().filter(({ id }) => !isHeldOut(id));
const examplesOf = (belongs: (text: CorpusText) => boolean) =>
  texts.filter(belongs).flatMap((text) => passagesOf(text));
const replies = examplesOf(isReplyLike);
const posts = examplesOf(isPost);
prepareVectors([...replies, ...posts]);
const reply = trainModel(replies, replyKinds);
const post = trainModel(posts, postKinds);
console.log(`replies: ${reply.log}\nposts: ${post.log}`);
const source = weightsModule(packedWords(), { reply: reply.model, post: post.model });
writeFileSync(
  fileURLToPath(new URL('../../core/src/signals/learned/weights.ts', import.meta.url)),
  source,
);
console.log(
  `weights.ts: ${source.length} bytes, ${gzipSync(source, { level: 9 }).length} after gzip`,
);
