import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { around, hasTagNear, isTagged, tokenAt } from './scan.js';

/** People told through a relative, a household member, an employer or a small group. 45 CFR 164.514(b)(2)(i). */
export const relativeSignals = signals({
  'tie-to-person': {
    describes: 'a person told through a relative, an employer or a group that others know',
    leg: 'person',
    phrases: [
      "(the|our|a)? <role|capital|name> ..1 's <relative>",
      '<role> (<capital|name>) <relative>',
      "<role> 's (wife|husband|daughter|son|mom|mother|sister|brother|dad|fiancee)",
      "<staff> 's? (own)? (mom|mother|mother in law|sister|wife|husband|daughter|son|dad|father|brother|cousin|aunt|best friend)",
      '(her|his|my) own <relative>',
      'my <relative> (had|got|came|wanted|asked|is|was|has|loves)',
      "my <relative> 's <relative>",
      '(gave|did|treated|injected|lasered) (my|her own|his own) ..2 <relative>',
      '<human|role|relation> (from|at|on) (channel|station|radio) <number>',
      'your (own|lovely|sweet|dear|little|beautiful|wonderful)? (husband|wife|mom|mother|daughter|son|sister|brother|dad|father|grandmother|grandma|fiance|boyfriend|girlfriend|mother in law|niece|aunt|best friend)',
      '(the)? owner (of|at) <capital>',
      '(works|worked|working) .. (at|for) ..2 <capital>',
      '<human|role|relation|relative|name> (from|at|of|over at|who runs|who owns|behind|down at) (the|our)? ..1 <capital> ..1 (high|elementary|middle|school|academy|church|baptist|pd|fd|fire|diner|bakery|cafe|bank|gym|hospital|station|office|hardware|daycare|market|league|band|library|news)',
      '<human|role|relation|relative|name|capital> (from|at|over at|who runs|who owns|behind|down at) (the|our) ..2 (station|store|barbershop|shop|office|church|school|bakery|diner|bank|daycare|co op|library|panadería|firehouse|league|pta|choir|club|feed store|post office)',
      '<role> (at|over at) <capital|place>',
      '(brought|brings|bringing|sent) (her|his|their) (own)? <relative> ..4 (in|too|along|with)',
      '(her|his|their) <relative> .. (is|was|came|got|had|loves|tried|chose|also)',
      '(the|our) (ladies|girls|guys|crew|moms|boys|team|teachers|nurses|folks) (from|at|of) ..3 <capital>',
      '(better half|ex|brother|sister|cousin|neighbor) of (a|the|our)',
    ],
  },
  'relative-with-care': {
    describes: 'such a person, with care in the same breath',
    leg: 'person',
    find: withCare,
  },
  'kin-in-general': {
    describes: 'kinship in general: gifts, couples, offers',
    phrases: [
      'bring (a|your) <relative>',
      "(mother|father|valentine|mom|dad) 's day",
      '(mommy makeover|gift card|gift cards|gift certificate)',
      '(couples|best friends|mothers and daughters|refer a friend|friends and family)',
      '(proud|sponsor|sponsors|sponsoring|donated|raised|fundraiser|founded)',
      "(our|my|the founder 's|dr <staff>) (own)? <relative> (founded|opened|started|taught|built|pulled)",
      '(gift|surprise|treat) (your|a) <relative>',
    ],
  },
});

function* withCare(reading: Reading): Generator<Span> {
  for (const tie of reading.matches('tie-to-person')) {
    // A provider's family came along to work, not for care, unless they are told to have had it.
    if (around(reading, tie.start, reading.matches('generic'), 0).length > 0) continue;
    if (
      (around(reading, tie.start, reading.matches('kin-in-general'), 0).length > 0 ||
        around(reading, tie.start, reading.matches('neighbor-cue'), 0).length > 0) &&
      reading.passage.channel !== 'review-reply'
    )
      continue;
    const token = tokenAt(reading.tokens, tie.start);
    const ofStaff = isTagged(reading.tokens, token, 'staff');
    const treated =
      hasTagNear(reading.tokens, token, 0, 'treatment', 'condition') &&
      (!ofStaff ||
        around(reading, tie.start, reading.matches('visit-told'), 0).length > 0 ||
        /\bown\b/.test(reading.passage.text.slice(tie.start, tie.end)));
    const care =
      treated ||
      (!ofStaff && around(reading, tie.start, reading.matches('visit-told'), 0).length > 0);
    const reply =
      !ofStaff &&
      reading.passage.channel === 'review-reply' &&
      hasTagNear(reading.tokens, token, 0, 'feeling', 'body', 'setting', 'past');
    if (care || reply) yield tie;
  }
}
