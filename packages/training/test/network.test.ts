import { strict as assert } from 'node:assert';
import type { Parameter } from '../src/adam.js';
import type { CorpusText } from '../src/corpus.js';
import { type PassageExample, passagesOf } from '../src/dataset.js';
import { listen, trainNetwork } from '../src/network.js';
import { frequentSlots, networkExample } from '../src/network-examples.js';
import { NetworkPass } from '../src/network-pass.js';
import { type Parameters, startingParameters } from '../src/network-shape.js';
import { createRandom } from '../src/random.js';

describe('the network in training', () => {
  it('knows the slope of its loss for every kind of parameter', () => {
    const examples = toy(4).flatMap((text) => passagesOf(text));
    const slots = frequentSlots(examples, 50);
    const rowOf = new Map(slots.map((slot, index) => [slot, index + 1]));
    const [example] = examples.map((own) => networkExample(own, 0, 1, rowOf));
    assert.ok(example);
    const parameters = startingParameters(slots, new Map(), createRandom(3));
    // Nothing is left out by chance.
    const pass = new NetworkPass(parameters, () => 0.999);
    const loss = () => pass.learn(example, 1);
    loss();
    for (const [name, parameter] of all(parameters)) {
      const slopes = Float32Array.from(parameter.slope);
      const at = slopes.reduce(
        (most, slope, index) => (Math.abs(slope) > Math.abs(slopes[most] as number) ? index : most),
        0,
      );
      const value = parameter.values[at] as number;
      const step = 1e-3;
      parameter.values[at] = value + step;
      const above = loss();
      parameter.values[at] = value - step;
      const below = loss();
      parameter.values[at] = value;
      const measured = (above - below) / (2 * step);
      const slope = slopes[at] as number;
      assert.ok(
        Math.abs(measured - slope) <= 0.02 * Math.max(0.02, Math.abs(slope)),
        `${name}: ${slope} is not ${measured}`,
      );
      for (const [, other] of all(parameters)) other.slope.fill(0);
      loss();
    }
  });

  it('learns what tells', () => {
    const examples = toy(400).flatMap((text) => passagesOf(text));
    const heard = listen(trainNetwork(examples, new Map()), examples);
    const score = (example: PassageExample) => heard.get(example)?.whole ?? Number.NaN;
    const lowestRisky = Math.min(...examples.filter(isRisky).map(score));
    const highestClean = Math.max(...examples.filter((own) => !isRisky(own)).map(score));
    assert.ok(lowestRisky > highestClean, `${lowestRisky} > ${highestClean}`);
  });

  it('makes the same network of the same examples', () => {
    const examples = toy(40).flatMap((text) => passagesOf(text));
    assert.deepEqual(trainNetwork(examples, new Map()), trainNetwork(examples, new Map()));
  });
});

function isRisky({ text }: PassageExample): boolean {
  return !text.clean;
}

function all({ filters, ...others }: Parameters): (readonly [string, Parameter])[] {
  return [
    ...Object.entries(others),
    ...filters.map((parameter, index) => [`filters ${index}`, parameter] as const),
  ];
}

/** Replies that tell of a visit, and replies that do not. */
function toy(count: number): CorpusText[] {
  return Array.from({ length: count }, (_, index): CorpusText => {
    const day = ['garden', 'window', 'coffee', 'parking'][index % 4];
    const telling = 'your lips healed well';
    const clean = index % 2 === 1;
    const text = clean
      ? `Thank you for the kind words, and the ${day} is new.`
      : `Thank you for the kind words, and ${telling}, like the ${day}.`;
    const start = text.indexOf(telling);
    return {
      id: `toy${index}`,
      file: 'toy',
      channel: 'review-reply',
      languageId: 'plaintext',
      clean,
      review: 'Loved it here, my lips look great!',
      text,
      marks: clean
        ? []
        : [
            {
              rules: ['reply-confirms-treatment'],
              words: telling,
              span: { start, end: start + telling.length },
            },
          ],
    };
  });
}
