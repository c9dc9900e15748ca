import type { Reading } from '../signal.js';
import type { Span } from '../span.js';
import { inReply, isReply, type Signals, signals } from './place.js';

/** Treatment, condition and result, tied to a person. */
export const treatmentSignals: Signals = signals({
  'confirms-treatment': {
    describes: 'Ties a treatment, a condition or a result to the person addressed',
    leg: 'care',
    phrases: [
      '«(your|ur) ..3 (<treatment|condition|body>|{outcome})»',
      '«(your|ur) ..3 ({visit}|smile|pain|symptoms|weight|weight loss|journey|transformation|new look|goals|energy|confidence|self|skin|shots|units|meds|medication|prescription|dose|plan|diagnosis|labs|bloodwork|numbers|bite|crown|veneers|implants|braces|aligners|hearing|vision|eyesight|pregnancy|baby|mobility|range of motion|swing|squat|sleep|mood|marathon|run)» ..2',
      '(love|loving|loved|like|liking|obsessed with|adore|happy with|pleased with|satisfied with|thrilled with|enjoying|enjoy|delighted with|excited (about|with|for)|proud of|rocking|rock|feel|feeling) «(your|ur|the|those|them|it|that|how|ur new|these) ..3 (<treatment|condition|body>|{outcome}|brows|lashes|look|smile|skin|glow|turned out|new you|them)»',
      '{pleased} ..6 «(you|y) ..2 (love|loved|like|liked|are (happy|pleased|satisfied|thrilled|loving|enjoying|seeing|feeling|glowing|healing|healed|pain|comfortable|back|doing|so|finally)|feel|felt|enjoyed|enjoy|saw|noticed|got|had|found|finally|left|are|can|achieved|reached|hit|recovered|healed|look) ..6»',
      '{pleased} ..4 «(the|this|that|it|they|everything|those|all|our|we|<treatment>|<staff>) ..3 (helped|worked|went|turned out|came out|made|kicked in|gave|exceeded|met|healed|paid off|delivered|is working|are working|settled|brought|improved|cleared|eased|relieved|fixed|did the trick|lived up|suits|fits|could)» ..3',
      '«(that|those|these|them) ..1 (<treatment|body>|brows|lashes|glow|jawline|{outcome}) (is|are|look|looks|though|tho|on you)» ..2',
      '«(the|that|those|these) ..1 <treatment|body> (went|turned out|came out|healed|worked|helped|paid off|kicked in|settled)» ..2',
      '(results|outcome|glow|look|smile|transformation|lips|skin|brows|cheeks|jawline) «(you (wanted|hoped|deserve|love|dreamed|were|are|have|got|achieved)|speak for|are stunning|are amazing|are everything|is everything)»',
      '(helped|help|helping|made|make|making|get|got|getting|gave|giving|keep|keeping) «you ..3 (feel|look|achieve|reach|smile|comfortable|confident|heal|recover|healthy|pain|relief|back|through|there|glow|rid|better|stronger|walking|moving|sleep|gorgeous|beautiful|snatched)»',
      '«enjoy (the|your|those|that|them|it|every|being) ..4»',
      '«(happy|speedy|smooth|easy|quick|full) (healing|recovery)»',
      '«(hope|hoping) ..3 (heal|healing|recover|recovery|recovering|swelling|pain|feel better|feeling better|results|settle|soreness|bruise|bruising|mend) ..3»',
      '«(you|y) (look|looked|are looking|are glowing|glow|are healing|healed|are going to (look|love|feel)|will (love|see|feel|notice|look|heal)|lost|got (your|the|a|it|them)|had (your|the|a|<treatment>)|received|underwent|hit|reached|achieved|did the (hard|work)|crushed|killed|rocked|nailed|deserve|pulled|wear|wore|chose|picked) ..4»',
      '«(glow|glowing|snatched|stunning|gorgeous|beautiful|flawless|slay|goals|radiant|fresh)» $',
      '(bruise|bruising|swelling|numbness|tenderness|redness|soreness|peeling|lump|bump|asymmetry|scar|droop|pain|result|reaction) «(is|are|was|like yours|will|should|can take|usually|you|that) ..2 (normal|fade|settle|resolve|you|yours|go|improve|from|because|common|expected|described|had)»',
      '<treatment> ..3 «(you|your|yours|for you|on you|in you)»',
      '«(you|your|yours) ..4 <treatment>»',
      '«(you|she|he|her|his) ..5 <condition>»',
      '<condition> ..3 «(you|your|yours)»',
      '<treatment> ..2 «(takes|take|can take|needs|lasts|kicks in) ..5 (so|give it|you|your)»',
      '(did|doing|injected|removed|fixed|saved|pulled|performed) «(you|your) ..4»',
      '(best|new|old|happiest|healthiest|brightest|most beautiful|most confident) «(you|self|version of (you|yourself))»',
      '(changed|change|transform|transformed|improve|improved) «your (life|smile|skin|confidence|body)»',
    ],
    find: inReply('confirms-treatment', {
      except: ['speech-thanks', 'general-you', 'reader-idiom'],
    }),
  },
  'echoes-review': {
    describes:
      'Confirms what the review says of a treatment: "so happy you love them" under a review that names filler',
    leg: 'care',
    phrases: [
      '{pleased} ..1 «(it|they|that|everything|all) ..1 (worked|work|helped|went|turned out|came out|paid off|is|are|was|were|made|has|have|did|healed|lasted|held) ..4»',
      '{pleased} ..3 «(you|y) ..2 (love|loved|like|liked|enjoyed|are|were|feel|had|found|got|made|saw|can) ..4»',
      '^ «(told (you|ya)|knew (it|you)|see i told|was it not|worth it)»',
      '«(worth|told|promised|warned) (it|you|ya)»',
    ],
    find: echoes,
  },
  'care-advice': {
    describes: 'Gives the person advice that only somebody under care needs',
    leg: 'care',
    phrases: [
      '^ (and|so|now|please|just|but|oh|ps)? ..1 «(keep|stop|start|finish|skip|avoid|no|no more|quit|do not forget|remember|be sure|make sure|try not) ..2 (using|wearing|icing|picking|skipping|taking|rinsing|flossing|massaging|elevating|moisturizing|stretching|doing (the|those|your)|to (ice|wear|use|take|rinse|rest|massage|drink|elevate|stretch)|up (the|with (the|your))|gym|driving|lifting|straws|makeup|alcohol|sun|chewing|crunching|smoking|the (drops|foam|cream|compression|garment|brace|exercises|retainer|trays|gel|ointment|serum|sunscreen|meds|medication|bands)) ..4»',
      '«(two|three|four|six|<number>) more (days|weeks|sessions|rounds|treatments|to go)» ..3',
      '(it|that|this|which|what (you|they)) ..4 (is|are|will|should|can) ..2 «(part of healing|part of the process|right on schedule|settle|subside|calm down|fade by|heal|peel off|fall out|fall off)» ..3',
      '«(hope|did|has|is|how) (the|that|those) ..2 (<condition|body>|fever|tenderness|swelling|numbness|drops|cough|itching|soreness|stitches|cast|brace) ..3 (stays|stay|eased|ease|gone|better|feeling|going|holding|calm|settle|settled|easing|improving|down|today|tonight)»',
    ],
    find: inReply('care-advice', { except: ['general-you', 'policy-voice'] }),
  },
  'care-count': {
    describes: 'Counts what was done or lost, or how long it took',
    leg: 'care',
    phrases: [
      '«<number> (pounds|lbs|lb|kilos|units|syringes|sessions|treatments|rounds|trays|visits|inches|shots|vials|stitches|aligners|appointments) ..1 (later|down|lighter|gone|in|done|ago|lost|off|already|and)»',
      '«(one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty) ..1 (pounds|lbs|units|syringes|sessions|treatments|rounds|trays|visits|inches|years|months|weeks) ..1 (later|down|lighter|gone|done|off|of (tuesdays|mondays|fridays|trust|smiles|visits))»',
      '«(<number>|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty) (years|yrs|months|decades|visits|sessions|rounds|treatments) (and counting|and going strong|running|in a row)»',
      '(down|lost|dropped|shed) «<number> ..1 (pounds|lbs|lb|inches|sizes)»',
      '«(week|day|month|round|session|year) (one|two|three|four|five|six|nine|<number>)» ..3 (and|already|of|check|is|was|you|she|he|down)',
    ],
    find: inReply('care-count', { except: ['policy-voice', 'general-you'] }),
  },
  'reader-idiom': {
    describes: 'Says "your" of something that is not care: your words, your neighbor, your call',
    phrases: [
      '(your|ur) ..2 {speech}',
      '(your|ur) (call|privacy|turn|way|phone|browser|own (time|pace|words)|next (run|post|delivery|walk|ride)|hands (before|in|and)|neighbor|neighbors|friends at|team at|local|support|comment|email|letter|handle|post|page|day|week|weekend|evening|morning)',
    ],
  },
});

/** Under a review that speaks of care, a glad "it" or "you" is about that care. */
function echoes(reading: Reading): readonly Span[] {
  if (!isReply(reading) || reading.passage.answers === undefined) return [];
  const excluded = reading.matches('speech-thanks');
  return reading
    .phraseMatches('echoes-review')
    .filter((span) => !excluded.some((other) => other.start < span.end && span.start < other.end));
}
