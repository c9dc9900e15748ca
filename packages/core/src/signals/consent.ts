import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { around, hasTagNear, perSentence, tokenAt } from './scan.js';

/** Claims of permission, and forms that ask for it. 45 CFR 164.508(b)-(c). */
export const consentSignals = signals({
  'weak-consent': {
    describes: 'claims a permission that is not a written authorization',
    phrases: [
      '(shared|posted|sharing|posting|used|shown|published) with .. (permission|blessing|consent|approval|ok|okay)',
      "(with|got|have|had|has|gave us) (her|his|their|client|patient|everyone 's|client 's|patient 's|a verbal|verbal) ..1 (permission|blessing|consent|approval|ok|okay|thumbs up|go ahead|green light)",
      '(she|he|they|everybody|everyone|patient|client|pt|<name>) .. (said|says|told us|told me|swears) .. (fine|ok|okay|cool|alright|all right|go ahead|post away|good with|no problem)',
      '(she|he|they|everybody|everyone|<name>) .. (gave|gives) (us|me) (a|the|her|his|their) (ok|okay|thumbs up|thumbs up|blessing|permission|go ahead|green light|verbal)',
      '(is|are|was|were) (cool|fine|ok|okay|good|happy|totally fine|all good) with (it|us|this|that|me|posting|sharing)',
      '(verbal|implied|texted|oral) (consent|permission|ok|okay|approval|yes)',
      '(texted|emailed|messaged|dmed|said) .. (ok|okay|yes|post away|permission|thumbs up|go for it)',
      '(thumbs up|thumbs up|green light|heart emoji) .. (by text|by email|from|in the dms|on text|via)',
      '(consent form|intake form|standard form|packet|treatment consent|paperwork|forms|surgery packet) .. (covers|includes|has)',
      '(so|and) (we|they) are covered',
      '(she|he|they|<name|handle>) tagged us .. (so|first|which)',
      'tagged us (so|first|which means)',
      "(it is|it 's|its|already) (public|out there) (anyway|now|already|so)",
      "so (it|it 's|it is|its) (public|fair game)",
      '(posted|shared) (it|this|that|them) (herself|himself|first|themselves|publicly)',
      '(all|every) ..1 (photos|results|pictures|stories|images|patients) .. (with|used with|shown with) .. (permission|consent|approval)',
      '(client|patient) (approved|approval)',
      '(call that|that is|consider that) a (green light|yes)',
      '(she|he|they|<name>) (said|told|texted|says) ..4 (could|can) (use|post|share|show|whatever)?',
      '(told|tell) .. (it was|that it was) (cool|fine|ok|okay)',
      '(told|said|says) .. (she|he|they) (did not|does not|would not|do not) mind',
      'told .. (out loud|verbally)',
      'used with (consent|permission)',
    ],
    find: (reading) => perSentence(reading, weakConsent(reading)),
  },
  'consent-policy': {
    describes: 'says that publishing needs a signed authorization, or speaks of another consent',
    phrases: [
      '(only|never|not|unless|until|must|need|needs|required|require) .. (signed|written|in writing|authorization|authorized)',
      '(signed|written|marketing|hipaa) ..1 (authorization|authorizations|release)',
      '(cookie|newsletter|subscribing|subscribe|cookies|sms|text messages|marketing emails)',
      '(read|sign|complete) .. (consent|form) before',
      '((a|the) tag is not|is not (consent|permission|a signature))',
      '(do not|does not) (post|share|give|count|mean)',
      'photo release must',
    ],
  },
  'photo-or-person': {
    describes: 'a picture, a story or a person',
    phrases: [
      'photo|photos|pic|pics|picture|pictures|video|story|quote|name|post|posted|posting|results|before|after|share|shared|publish|reel|page|feed|image|images|grid|gallery|<name|human|relation>|her|his|she|he',
    ],
  },
  'broad-release': {
    describes: 'a release without an end, for any purpose, or without a way back',
    phrases: [
      '(irrevocably|irrevocable|in perpetuity|perpetual|perpetually|forever|indefinitely|worldwide|all media now known|any and all media|all media)',
      '(grant|give|allow|authorize|permit|agree) .. (irrevocable|irrevocably|perpetuity|forever|indefinitely|any purpose|all media|any media|any and all)',
      'for any (purpose|purposes|use|reason|lawful purpose)',
      '(no|without) (end date|expiration|expiry)',
      '(can not|cannot|may not|can never) (be)? (withdrawn|revoked|taken back|withdraw|revoke|take it back|cancel|take this back)',
      '(photo|image|media|video|marketing|publicity|picture) (release|consent|authorization|permission|waiver) .. (is|are) (required|mandatory|needed|a condition|part of)',
      '(must|have to|need to|required to) sign .. (photo|image|media|video|publicity|marketing) ..1 (release|consent|authorization|waiver)',
      '(sign|signing|signs) .. (photo|image|media|video|marketing|publicity) (release|consent|authorization) .. (discount|off|free|price|credit|get|gets|before we can|to book|to receive)',
      '(discount|off|free|credit) .. (sign|signs|signing) .. (release|authorization|photo)',
      '(before we can book|to book|required to book) .. (permission|release|photos|consent)',
      '(must|need to|have to) have ..2 (release|authorization) .. (to receive|to get|in order|for)',
    ],
    find: (reading) => perSentence(reading, releases(reading)),
  },
  'release-talk': {
    describes: 'a release, a consent or the use of pictures',
    phrases: [
      'photo|photos|image|images|picture|pictures|likeness|video|videos|release|authorization|permission|story|testimonial|results|name|photograph|photographs|footage',
    ],
  },
  'release-sound': {
    describes: 'says the way back, the end or the free choice that a valid form must say',
    phrases: [
      '(may revoke|can revoke|revoke this|revoke it|take it back at any|change your mind|does not depend|do not depend|not required|expires|at any time)',
      '(never|must not|instead of|do not use|avoid|stock|photographer|employee|treatment consent|contractor|licensed)',
    ],
  },
  waiver: {
    describes: 'says that posting, tagging, reviewing or entering gives up privacy',
    phrases: [
      '(tag|tagging|tags|mention|hashtag|using|use|posting|post|submitting|entering|enter|leaving|leave|reviewing|visiting|stepping|booking|by being|coming) .. (you|that|means|counts|is|gives|grants|equals) .. (agree|agreeing|consent|permission|yes|ours|okay|ok|waive|license|release|fair game)',
      '(tag|tags|tagging) (us|your) .. (ours|share|repost|yes to|fair game|feature)',
      '(waive|waives|waived|waiving|give up|gives up|forfeit) .. (rights|privacy|hipaa|confidentiality)',
      '(reviews|photos|posts|comments|stories|content) (you|that you|you may) (post|share|leave|submit|tag) .. (may be used|become|are ours|can be used|belong to|will be used)',
      '(anything|everything|photos|posts|content|all posts) .. (tag|tagged|hashtag|carrying) .. (fair game|ours|becomes|property)',
      '(privacy|hipaa|privacy law|confidentiality) .. (no longer|does not|not|never) (applies|apply|keeps|protects|protect|keep|cover|covers)',
      '(posted|wrote|said|tell|told|shared|put) .. (publicly|in public|online|the world) .. (privacy|hipaa|so we|paperwork|answer|respond|no longer|permission)',
      '(take|treat|count) (that|this|it|your tag|a tag) as (a|your) (yes|consent|permission)',
      'if (you are|your account is) .. (on the table|public|tagged|in the chair) .. (you are on|you have already|it is ours|we can|fair game)',
      '(entry|entering|entrance|attendance|presence) .. (is|constitutes|means|counts as|equals) ..2 (consent|permission|agreement|release|yes)',
      '(counts|count) as your (yes|consent|permission|ok)',
      "(it is|it 's|its|is|are) (ours|public|fair game) .. (to share|to post|to use|and we can|we can|billboard)",
      '(our|the) (cameras|camera|content team) (roll|rolls|film|films|record|records) .. (you are|counts|consent|agree)',
    ],
    find: (reading) => perSentence(reading, waivers(reading)),
  },
  'waiver-denied': {
    describes: 'says that a tag is no permission, or speaks of a crowd at an event',
    phrases: [
      '(does not|do not|is not|are not|never|not|will not|would not) (take|treat|give|mean|count|consent|permission|a yes|waive|a signature|gives)',
      '((always|only) ask|in writing|you keep all rights|crowd|street fair|join the conversation|cookies|newsletter|text messages|cancellation|deposit|age 18|18 or older|terms of (use|service)|appointment reminders)',
    ],
  },
});

function near(reading: Reading, span: Span, signal: string, reach = 0): boolean {
  return around(reading, span.start, reading.matches(signal), reach).length > 0;
}

function* weakConsent(reading: Reading): Generator<Span> {
  for (const mark of reading.phraseMatches('weak-consent')) {
    if (near(reading, mark, 'consent-policy') || near(reading, mark, 'teaching')) continue;
    const token = tokenAt(reading.tokens, mark.start);
    if (
      near(reading, mark, 'photo-or-person', 1) ||
      hasTagNear(reading.tokens, token, 1, 'treatment', 'body')
    )
      yield mark;
  }
}

function* releases(reading: Reading): Generator<Span> {
  for (const mark of reading.phraseMatches('broad-release')) {
    if (near(reading, mark, 'release-talk', 1) && !near(reading, mark, 'release-sound')) yield mark;
  }
}

function* waivers(reading: Reading): Generator<Span> {
  for (const mark of reading.phraseMatches('waiver')) {
    if (!near(reading, mark, 'waiver-denied')) yield mark;
  }
}
