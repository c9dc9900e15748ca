import { clauseAround } from '../clauses.js';
import type { Reading } from '../signal.js';
import type { Span } from '../span.js';
import { isReply, type Signals, signals } from './place.js';

/**
 * The few acts that a safe reply is made of. Whatever else speaks to the reviewer presupposes something: the closed
 * direction of judging a reply.
 */
export const safeActSignals: Signals = signals({
  'safe-address': {
    describes:
      'Says "you" without presupposing anything: thanks for words, a wish, an offer to all who read',
    phrases: [
      '(thank|thanking|thanks|bless|hear|hears|heard|salute|obliged|grateful|owe|hugging|welcome|welcomes|appreciate|appreciates|toast|see|love|loves|luv) ..1 (to)? «(you|your|yours)»',
      '(thank|thanks) ..2 «(you|your|yours)»',
      '(to|from|at|with|for) «you» (too|also|all|as well|and yours)',
      '(wish|wishes|wishing|hope|hoping|have|having|sending|may|trust) ..2 «(you|your)» ..3 (day|week|weekend|evening|morning|night|afternoon|year|season|summer|winter|fall|spring|friday|monday|tuesday|wednesday|thursday|saturday|sunday|holiday|holidays|month|health|peace|gentleness|calm|luck|happiness|joy|sunny|merry|everyone|everybody)',
      '(wish|wishes|wishing) ..2 «(you|your)» ..2 (well|all|the best|nothing but|every|many|a|good|happy|strength)',
      '(have|enjoy) (a|an|the) ..4 (yall|y|you)',
      '(hear|heard|hearing|hears) ..1 (from|by|with)? «(you|your)»',
      "«(you|y)» (all|guys|both)? ..1 (are|'s|is|were) ..2 (right|quite right|the (very)? first to|correct|kind|sweet|sweetest|welcome|hilarious|awesome|wonderful|funny|generous|spot on|on to something|not wrong|not alone|invited|free|the best|best|a gem|gems|a poet|heard|warned|making us blush|too much|the kindest|kindest|adorable|angels)",
      '«(you|y)» (all|guys)? (have|had|did|just|may|will|would|also|even|so)? ..1 (said|say|wrote|write|posted|post|mentioned|mention|shared|share|asked|ask|typed|raised|raise|described|pointed|noticed|notice|caught|spotted|brought (up|this)|put (it|this|that|into|so)|took the time|taken the time|made (our|my|the|everyone|this|us|her|him|them|<staff>|me)|voted|nominated|named|rated|recommended|left (a|this|such|us|the|these)|gave us (a|five|the)|rhymed|could|chose (to (write|share|post)|those words)|commented|reached out|spoke|read|reading|follow|following|liked|like|know|knew|see|guessed|called it|nailed it|get it|earned|wish|prefer|like|want|need|choose|please|ever|reading|might|can|may|should|must|will (find|always find|hear|receive)|would (like|rather|prefer|be|think))',
      '(glad|happy|sorry|hope|sad|touched|honored|delighted|thrilled|tickled) ..1 «(you|y)» (wrote|said|posted|asked|shared|mentioned|noticed|like (our|the)|enjoy (our|the) (posts|page|videos|content)|feel (this|that) way|think so|agree|took)',
      '(if|whether|when|whenever|unless|until|should|as|where|what|whatever|anything|however|while|because|the way|how) «(you|your|y)»',
      '(if|whether|anything|something|anyone|when|should) ..6 «(you|your|yours)»',
      '(kind|sweet|nice|good|generous|thoughtful|lovely|gracious|big|brave|decent|lovely|fair) of «you» (to|for|all)?',
      '(do|did|would|could|can|will|may|have|are|might) «(you|y)»',
      '(call|text|email|write|tell|show|give|get|reach|send|find|help|point|walk|answer|assist|connect|put|let|have) ..1 «you» ..4 (in touch|anytime|any time|by|at|back|with|a (starter|copy|map|hand)|the|how|when|what|where|directly|here|there|it|know)?',
      '(call|message|email|write|visit|contact|reach) ..4 at «your» (convenience|earliest|leisure)',
      '«(your|ur|yours)» ..3 {speech}',
      '«(your|ur)» ..1 (voice|day|week|evening|morning|weekend|night|year|time|turn|call|phone|inbox|browser|building|side|street|neighbor|neighbors|friends at|team at|family and|local|hands|doctor|license|resume|application|concern|point|privacy|name is safe|photo of|post|page|reply|email|number|handle|username|hands|next (run|delivery|visit to the page|post)|profile|lips to|heart|sense of humor|humor|wit|dog|grandma|mind|way|own words|support|kind|suggestion|taste in|screenshot|patience|understanding|standards|curiosity|typing|spelling|thumbs)',
      '«(yours)» (sincerely|truly|faithfully|in|respectfully|warmly)',
      'see «you» (there|at the|at our|out there|around town|online|on the)',
      '(any|some|one|two|both|all|many|half|most|each|every one|those|lots|the rest) (of)? «(you|y)»',
      'more than «(you|y)» (know|think|realize)',
      '(right)? back (at|to) «you»',
      '(you|y) have no idea',
      '«(you|y) (have been warned|never know|know (it|what|who|how)|had (us|me) at|got (it|this|that right)|bet|betcha|rock|win the internet|did|have done|know that|deserve (an|the) (oscar|award|medal|raise))»',
      "«you (have|'ve) got a (fair|good|valid)»",
      'do «you» know',
      'who taught «you»',
      'only «you»',
      '(invite|encourage|welcome|urge|ask|want|like|love|allow|let) ..1 «(you|y)» to ..2 (call|contact|reach|email|write|speak|talk|share|connect|get in touch|message|know|read|be heard|chat|look|check|ask|see (our|the))',
      '(speak|talk|connect|chat|work|listen|discuss|respond|reply|answer|get back|reach out|apologize|obliged|open) (with|to)? «you» (directly|privately|offline|by phone|over the phone|personally|one on one|about (this|your (concerns|feedback|comments))|and|here|online|today)?',
      '(gracias|agradecemos|agradezco|bendiga|bendiciones|saludos|abrazo|desearle|deseamos|felicidades) ..3 «(te|ti|tu|tus|usted|su|sus|le|les)»',
      '«(te|le|les) (agradecemos|agradezco|agradece|damos|mandamos|deseamos|leemos|esperamos respuesta)»',
      '«(tu|tus|su|sus)» ..2 (comentario|comentarios|reseña|resena|mensaje|palabras|nota|opinion|opinión|estrellas|tiempo|amabilidad|recomendacion|recomendación|sinceridad|casa)',
    ],
  },
  'addresses-reviewer': {
    describes:
      'Speaks to the reviewer in a clause that is no thanks for words, no wish, no offer to everyone',
    leg: 'care',
    find: uncovered,
  },
});

const telling = [
  'thanks-for-visit',
  'invites-return',
  'care-apology',
  'confirms-treatment',
  'echoes-review',
  'defends-care',
  'cites-records',
  'denied-as-patient',
  'discusses-billing',
  'blames-reviewer',
  'named-as-patient',
  'individual-disclaimer',
  'threatens-reviewer',
  'public-checkin',
  'appointment-talk',
];

const second: ReadonlySet<string> = new Set([
  'you',
  'your',
  'yours',
  'yourself',
  'yourselves',
  'te',
  'ti',
  'tu',
  'tú',
  'tus',
  'usted',
  'contigo',
  'verte',
  'verla',
  'verlo',
  'tenerte',
  'atenderte',
  'atenderle',
  'recibirte',
  'recibirle',
  'ayudarte',
  'ayudarle',
  'dejarte',
]);

function uncovered(reading: Reading): readonly Span[] {
  if (!isReply(reading) || reading.passage.channel === 'direct-message') return [];
  const { tokens } = reading;
  let safe: readonly Span[] | undefined;
  const found: Span[] = [];
  for (let token = 0; token < tokens.count; token++) {
    if (!second.has(tokens.word[token] as string)) continue;
    // "tu" and "te" are Spanish only among Spanish: in English text they are typing slips or names.
    safe ??= [...reading.matches('safe-address'), ...reading.matches('speech-thanks')];
    const start = tokens.start[token] as number;
    const end = tokens.end[token] as number;
    if (safe.some((span) => span.start < end && start < span.end)) continue;
    const sentence = reading.passage.sentences[reading.sentenceAt(start)] as Span;
    const clause = clauseAround(tokens, token, sentence);
    const last = found.at(-1);
    if (!last || last.end <= clause.start) found.push(clause);
  }
  // Where another signal says what the clause tells, it is the better word.
  return found.length === 0
    ? found
    : found.filter(
        (clause) =>
          !telling.some((name) =>
            reading
              .matches(name)
              .some((span) => span.start < clause.end && clause.start < span.end),
          ),
      );
}
