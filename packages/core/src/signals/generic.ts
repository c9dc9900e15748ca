import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { tokenAt, wordAt } from './scan.js';

/** What makes copy speak of everyone or no one: the clean side. */
export const genericSignals = signals({
  generic: {
    describes: 'speaks of people in general, of a typical or an imagined person',
    phrases: [
      '(most|many|some|all|few|several|hundreds of|thousands of|dozens of|more|our|other|these|those) «(<relation>|people|folks|women|men|brides|adults|guests|runners|candidates|patients|clients|participants)»',
      '(a|an|the|your|our) (typical|ideal|good|average|usual|right|likely) (candidate|patient|client|person)',
      '(imagine|picture|say|suppose|consider) (a|an|you|that|if|someone)',
      '(for example|for instance|hypothetical|fictional|composite|illustrative|made up|imaginary)',
      '(if|when|whenever|whether|unless) (you|your|a|an|someone|anyone)',
      '(before|after|once|until) (you|your)',
      '(if|when) <human|relative|role>',
      '(anyone|everyone|anybody|everybody|nobody|no one|whoever)',
      '(you|they|it|we|patients|people) (may|might|can|should|could|usually|often|typically)',
      '(every|each|any|no) (patient|client|person|guest|one|woman|man|visit|body)',
      '(ask|ask us|ask your|talk to) (your|our|us|about|a) ',
      'published|study|trial|research|participants|studies|journal',
    ],
    find: (reading) => reading.phraseMatches('generic').filter((span) => !isOneOf(reading, span)),
  },
  teaching: {
    describes: 'shows words as an example of what not to write',
    phrases: [
      '(never|do not|avoid|instead of|rather than|not) (write|writing|say|saying|post|posting|type|typing|use|using|reply|replying|reshare|share|include|mention|name|publish|put)',
      '(not ok to|wrong way|example of|for training|bad example|what not to|staff may not|staff must not|are not allowed|we do not|we never)',
      '(only|unless|until) .. (authorization|authorized|signed|written|in writing|consent)',
      '(signed|written|marketing|recorded) .. (authorization|release|permission|consent)',
      'mask|crop|blur',
    ],
  },
  'model-labelled': {
    describes: 'says that the person shown is a model, staff or invented',
    phrases: [
      '(paid|stock|hired|professional|real life)? model~',
      'stock (photo|image|photography|footage)',
      '(is|are|by|an|paid) (actor|actress|actors)',
      'illustration|drawing|diagram|rendering|mannequin|cartoon',
      'fictional|composite|licensed|placeholder|lorem|invented|character|imaginary',
    ],
  },
  'thing-shown': {
    describes: 'shows a room, a team or a thing rather than a person',
    phrases: [
      '(lobby|building|office|kitchen|drywall|paint|wall|walls|storefront|suite|parking|floor|floors|sign|logo|team|staff|fridge|garden|desk|roof|renovation|remodel|break room|sidewalk|mural|website|menu|ceiling|carpet|furniture|closet|drawer|hydrangea|patio|waiting room|treatment room|treatment rooms)',
    ],
  },
});

/** "One of our clients" is one person, not people in general. */
function isOneOf(reading: Reading, span: Span): boolean {
  const token = tokenAt(reading.tokens, span.start);
  return (
    wordAt(reading.tokens, token - 2) === 'of' &&
    /^(?:one|two|some|another|each)$/.test(wordAt(reading.tokens, token - 3))
  );
}
