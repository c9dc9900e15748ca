import type { Reading } from '../signal.js';
import type { Span } from '../span.js';
import { Tag } from '../tag.js';
import { inPublic, isReply, type Signals, signals } from './place.js';

const who =
  '(<name>|<handle>|(the|that|our|this|a) (sweet|lovely|beautiful|gorgeous|amazing|kind|wonderful|sweetest|bravest|brave|cute|awesome)? (lady|gentleman|girl|guy|bride|woman|man|couple|mom|client|patient|momma|mama|gal|soul|human|beauty|queen) (who|from|that))';

/** Speaking in public to or about one person after care. */
export const outreachSignals: Signals = signals({
  'public-thanks': {
    describes: 'Thanks or praises one person in public for a visit',
    leg: 'care',
    phrases: [
      `{thanking} ..2 (to)? «${who} ..4 (for|who) ..3 ({come}|trusting|choosing|letting|allowing|being|spending|visiting|making|giving|bringing|sharing|coming|your|stopping|seeing|sitting|hanging|the trust)»`,
      '{thanking} (for)? «({come}|letting us|allowing us|visiting|spending|being such|sitting|making|coming) ..8 (<name>|<handle>)»',
      '{thanking} (for)? «(trusting|choosing) ..8 <handle>»',
      '(good|great|nice|fun|pleasure|joy|loved|love|loving|enjoyed|wonderful|lovely|blast) ..2 «(seeing|to see|having|to have|treating|to treat|meeting|to meet|working on|working with|injecting|catching up with|hanging with|spending) ..5 (<name>|<handle>)»',
      '(good|great|nice|fun|pleasure|joy|loved|love|loving|enjoyed|wonderful|lovely|blast) ..2 «(seeing|to see|having|treating|to treat|meeting|to meet|working on|working with) (you|y) ..4 (today|yesterday|<day>|<name>|<handle>)»',
      `«${who} ..3 (came|stopped|popped|swung|dropped|flew|drove|walked|sat|visited|made it|trusted|chose|let us|joined) ..3 (in|by|us|today|yesterday|this|from|to|down|up|over|through|the|our|my|it|still|all)»`,
      '(our|my) (girl|boy|guy|gal|babe|bestie|queen|king|friend|client|patient|favorite|fave|sweet|beautiful|gorgeous) ..2 «<name|handle>»',
      '(in my chair|in our chair|in the chair|on the table|on my table|in our studio|in the office|in clinic|in the building) ..4 «(<name>|<handle>)»',
      '«(<name>|<handle>) ..5 (in my chair|in our chair|in the chair|on my table|on the table|in the office|in the studio|in today|stopped by|came in|came by|came to see|was in|got (her|his|their)|gets (her|his|their)|getting (her|his|their)|rocked|crushed|killed it|slayed|for trusting|for coming|for letting)»',
      '«(to|dear) the (sweet|lovely|kind|brave|beautiful|wonderful|nervous|amazing) ..2 (lady|gentleman|girl|guy|bride|woman|man|mom|couple|soul) ..3 (who|from|that) ..8 (came|flew|drove|cried|hugged|brought|sat|left|walked|trusted|told|said)»',
      '(today|yesterday|this morning|this afternoon|tonight) .. «<name|handle>» ..3 (came|was|got|had|left|sat|is|trusted|let)',
    ],
    find: inPublic('public-thanks', { except: ['non-care-event', 'staff-thanks'] }),
  },
  'staff-thanks': {
    describes: 'Praise for staff and partners',
    phrases: [
      '<staff> ..6',
      '<ownhandle> ..6',
      '(our|to our) (sponsor|sponsors|vendor|vendors|neighbors|volunteers|team|staff|photographer|(rep|reps)|(speaker|speakers)|(intern|interns)|landlord|florist|caterer)',
    ],
  },
  'non-care-event': {
    describes: 'An event without care',
    phrases: [
      '(open house|ribbon cutting|training|webinar|fundraiser|food bank|food drive|toy drive|grand opening|class|workshop|conference|podcast|parade|marathon|5k|gala|panel|sunscreen class|health fair|farmers market)',
    ],
  },
  'public-checkin': {
    describes: "Asks after or wishes well to one person's recovery or result",
    leg: 'care',
    phrases: [
      "(how|hows) ('s|is|are|were|was|has|have|did|do)? ..1 «(the|your|those|that|you|ur|our) ..4 (swelling|bruising|bruise|healing|recovery|pain|soreness|lips|skin|face|results|feeling (after|since|today|now)|settling|knee|hip|back|shoulder|numbness|incision|stitches|nose|eyes|brows|peeling|since (the|your)|holding up|doing (after|since)|recovering|<treatment>)»",
      '(hope|hoping|wishing|wish|sending|praying|pray) ..3 «(you|y|u|your) ..5 (healing|heal|heals|recover|recovering|recovery|mend|feeling better|feel better|swelling|bruising|settling|resting|on the mend|<condition|treatment>|pain free)»',
      '«(happy|speedy|smooth|easy|quick|restful) (healing|recovery|recovering)»',
      '(checking in|check in|thinking of you|checking on you) ..3 «(after|on|since|about|from|following) ..3»',
      '«(let us know|tell us|text us|message us|keep us posted) ..3 (when|how|once|if) the (swelling|bruising|numbness|pain|peeling|results|redness|soreness) ..4»',
      "(do not|don 't) forget ..2 «(ice|icing|sunscreen|your (aftercare|garment|compression|retainer|meds)|arnica|water|hydrate|to (ice|hydrate|rest|sleep))»",
      '«(ice|rest|arnica|hydrate|elevate) (and|&) (rest|ice|arnica|hydrate|sleep|water)»',
      '«(rest|rest of) (of)? your (recovery|healing)»',
      '(take it easy|rest up|feel better|get well|heal up|heal fast|hang in there|stay off|no gym|sleep elevated|keep icing) ..2 «(<name>|<handle>|babe|girl|friend|hun|honey|love|lady|sir|ma am|until|till|today|tonight)»',
    ],
    find: (reading) => personal(reading, 'public-checkin'),
  },
  'appointment-said': {
    describes:
      'Says in public what became of an appointment, a deposit or a refill: it can only be somebody’s',
    leg: 'care',
    phrases: [
      '(we|i|she|he|<staff>) ..1 «(moved|rescheduled|switched|pushed|rebooked|confirmed|canceled|cancelled|got|received|have) your ..2 (appointment|appt|session|visit|consult|consultation|surgery|procedure|slot|deposit|booking|treatment|refill)»',
      '«(you|y) (are|were) ..2 (all set|booked|scheduled|confirmed|on the (books|schedule)|down) for (the|your) ..3 (<treatment>|on the <number>|<day>)»',
      '(get|fit|squeeze) «you in (tomorrow|today|<day>|at|on|this|for a)»',
    ],
    find: inPublic('appointment-said', { except: ['general-you'] }),
  },
  'appointment-talk': {
    describes: "Speaks of one person's appointment, reminder or eligibility in public",
    leg: 'care',
    phrases: [
      '«(see|c|seeing) (you|y|ya) ..1 (<day>|next|soon for|at <number|clock>|on (the)? <number|day|month>|in (two|three|four|six|a|<number>)|for your|tomorrow|then for)»',
      '«(you|y) (are|will be) ..2 (due (for|in|back)|overdue|booked|scheduled|confirmed|all set (for|on)|on the (books|schedule|list)|up next|next up|in (at|on|for) <number|clock|day>|down for)»',
      '«(your|ur) ..3 (appointment|appt|consult|consultation|session|slot|spot|booking|touch up|refill|vial|order|follow up|surgery|treatment|injection|shot|deposit|time|date|<treatment>) ..2 (is|was|are|came|has|on|at|for|got|will|with) ..2»',
      '(moved|rescheduled|switched|pushed|booked|got|put|squeezed|penciled|fit|have|marked|scheduled|set|see|saw|holding) «(you|your) ..3 (in|down|for|to|on|at|up|appointment|session|slot|spot|name)» ..3',
      '(can|could|will|would|let) ..2 (get|fit|squeeze|see|take|book|put|move) «you (in|tomorrow|today|<day>|at|on|next|for|this)» ..2',
      '(we|i) «(got|received|have|see|saw) your (deposit|payment|booking|request|(form|forms)|intake|referral|labs|paperwork|consult)»',
      '(messaged|texted|called|emailed|dmed|left) «(you|your) ..3 about (your|the) (appointment|consult|treatment|results|session|deposit)»',
      '«(days|sleeps|hours|weeks) (until|till|to go|away)» ..4 (you|your|<handle>|<name>)',
      '(ready|prepped|waiting|here|all set|set) for «(you|your) ..2 (<day>|tomorrow|appointment|session|at|on|big)»',
    ],
    find: (reading) => personal(reading, 'appointment-talk'),
  },
  shoutout: {
    describes: 'Celebrates a patient: of the month, birthday, milestone, winner',
    leg: 'care',
    phrases: [
      '(we|i) (love|adore|appreciate|celebrate|cherish) you (all)? «(<name>|<handle>)»',
      '(we|i) (love|adore|celebrate|cherish) you (all)? «(<name>|<handle>)»',
      '«(patient|client|member|guest|smile|transformation|success story|loser|glow up|vip|spotlight|makeover) of the (month|week|day|year|quarter)» ..4',
      '(happy|hbd) «(birthday|bday|anniversary|graduation|retirement|bridal) ..5 (<name>|<handle>|client|patient|member|vip|<relation>)»',
      '{thanking} (to)? our «(top|best|biggest) ((referrer|referrers)|referral|(supporter|supporters)|(client|clients)|(patient|patients)) ..2»',
      '(congrats|congratulations|cheers|round of applause|high five|so proud of|proud of|hats off|shout out|shoutout|bravo|applause|kudos|big love) ..3 «(<name>|<handle>) ..3 (on|for|who|with|and|lost|down|winning|finishing|completing|hitting|graduat)»',
      '(winner|winners) ..7 «(<name>|<handle>)»',
      '«(welcome) ..2 (to the|to our) ..2 (family|tribe|club|crew|community) ..1 (<name>|<handle>)»',
      '(welcome) «(<name>|<handle>)» ..2 to the ..2 (family|tribe|club|crew|community)',
      '(year|years|months|decade|visits|sessions|treatments) (with|at|in|of) ..5 «(<name>|<handle>|mrs|mr|ms)»',
      '«(<name>|<handle>) ..4 (is|has|just|officially) ..3 (down|lost|finished|completed|graduated|hit|reached|rang|rings|celebrates|celebrating|turned|turns|won|wins) ..4»',
      '(lost|down|dropped|shed) «<number> (pounds|lbs|lb|inches|sizes)» ..6 (<name>|<handle>|with us)',
      '«<name> ..1 (celebrated|celebrates|is celebrating|hit|reached|marked) (her|his|their) ..2 (treatment|facial|visit|session|appointment|anniversary|year|month|<treatment|number>)»',
      '«<name> became the ..3 (person|patient|client|member)» ..3',
      '«<name> .. (our|my) (very)? (first|oldest|longtime|long time|faithful|loyal|favorite|most loyal) ..1 (patient|patients|client|clients)»',
      '(our|my) (longtime|long time|faithful|loyal|favorite) ..2 (patient|client|guy|gal|lady|regular) :? «<name>»',
      '(our|the) «(referral|vip|loyalty) (queen|king|champion|champ|star)» ..2 <name>',
      '<name> .. «<number> (days|months|years) (smoke free|sober|cancer free|in remission|clean|nicotine free)»',
      'meet «(<name>|<handle>)» ..6 (patient|client|member|journey|transformation|story)',
    ],
    find: inPublic('shoutout', { except: ['staff-celebration'] }),
  },
  'public-blame': {
    describes: 'Faults one unnamed client in public',
    leg: 'care',
    phrases: [
      '(to|dear|for) «(the|that|our) ..2 (client|patient|person|lady|gentleman|guy|woman|man|customer|guest|gal) who ..6 (no showed|no show|ghosted|cancelled|canceled|late|rude|complained|yelled|refused|demanded|lied|screamed|threatened|left a|wrote|posted|never)»',
    ],
    find: inPublic('public-blame'),
  },
  'staff-celebration': {
    describes: 'Celebrates staff or the practice',
    phrases: [
      '(happy|congrats|congratulations|proud of|welcome|cheers) ..4 (<staff>|<ownhandle>|<practice>|our (team|own|nurse|staff|practice|injector|hygienist|front desk|founder|owner|esthetician))',
      '(happy) (birthday|anniversary) (to us|to our (practice|clinic|team|doors|little))',
      '(everyone|everybody|all) ..3 (birthday|celebrating|born|graduat)',
    ],
  },
  'patient-tag': {
    describes:
      'A handle or a personal hashtag of somebody who is not the practice, staff or a partner',
    leg: 'person',
    find: patientTags,
  },
  'care-cue': {
    describes: 'Words of care: a treatment, a result, a visit, a look',
    leg: 'care',
    phrases: [
      '<treatment>',
      '{come}',
      '(before and after|before after|b4 and after|results|result|glow|glow up|glowup|transformation|makeover|journey|in my chair|in our chair|patient|client|(vip|vips)|model|muse|appointment|appt|session|consult|touch up|healed|fresh|snatched|numbing|numb|vial|syringe|syringes|units|injected|sculpted|contour|week <number>|day <number>|(week|weeks) (out|post|later)|post op|pre op|lbs|pounds|recovery|swelling|settling|smooth|look at|refresh|enhancement|pout|lips|brows|jawline|smile|skin|face|confidence)',
    ],
  },
  'message-detail': {
    describes: 'Treatment, condition or result tied to the person a message goes to',
    leg: 'care',
    phrases: [
      '«(your|ur) ..4 (<treatment|condition>|{outcome}|before and after|after pictures|photos|pictures|labs|biopsy|pathology|prescription|refill|dose|units|medication|meds|surgery|procedure|injection|shot|balance|lesion|test|scan|bloodwork|numbers|pregnancy)»',
      '(photo|photos|picture|pictures|pic|pics|selfie|video) of «(the|your|that|any) ..3 (<condition|body>|area|incision|site|spot)»',
      '(since|because|as|now that|while) «you (take|are on|are taking|had|have|started|finished|use|got|are (pregnant|nursing)) ..4»',
      "(how|hows) ('s|is|are|was|were)? «(the|your|that|those) ..2 (<condition|body|treatment>|swelling|bruising|healing|pain)»",
      '«<treatment> (reminder|refill|appointment|appt|follow up|touch up|visit|consult|results)» ..4',
      '«<number> (units|(syringe|syringes)|mg|ml|cc|pounds|lbs)» ..4',
      '«(for|from|after|since|before) your ..2 (<treatment|condition>|surgery|procedure|injection|peel|session)»',
      '(stop|start|skip|take|keep|increase|decrease|hold|double|apply) ..1 «(the|your|taking) ..3 (<treatment>|medication|meds|antibiotic|antibiotics|retinol|tretinoin|blood thinner|ibuprofen|dose|steroid|cream)»',
    ],
    find: (reading) =>
      reading.passage.channel === 'direct-message' || reading.passage.channel === 'internal-draft'
        ? reading.phraseMatches('message-detail').filter((span) => addressed(reading, span))
        : [],
  },
});

function addressed(reading: Reading, span: Span): boolean {
  const general = reading.matches('general-you');
  return !general.some(
    (other) => reading.sentenceAt(other.start) === reading.sentenceAt(span.start),
  );
}

/** In a post a question or a date is for everybody unless somebody is named, tagged or answered. */
function personal(reading: Reading, name: string): readonly Span[] {
  const found = reading.phraseMatches(name);
  if (found.length === 0 || reading.passage.voice !== 'practice') return [];
  if (isReply(reading) && reading.passage.channel !== 'direct-message') return found;
  const { tokens } = reading;
  const sentences = new Set<number>();
  for (let token = 0; token < tokens.count; token++) {
    if (((tokens.tags[token] as number) & (Tag.handle | Tag.name)) !== 0)
      sentences.add(reading.sentenceAt(tokens.start[token] as number));
  }
  // In a post the name may stand a sentence away; in mail and pages it must stand beside.
  const reach = reading.passage.channel === 'social-post' ? 1 : 0;
  return found.filter((span) => {
    const here = reading.sentenceAt(span.start);
    for (let sentence = here - reach; sentence <= here + reach; sentence++)
      if (sentences.has(sentence)) return true;
    return false;
  });
}

const generalTags =
  /^#(?:.*(?:tuesday|monday|friday|thursday|wednesday|saturday|sunday|week|day|month|tips?|skin|glow|botox|filler|beauty|aesthetic|med|spa|clinic|health|wellness|derm|dent|injector|nurse|laser|face|lips?|brows?|life|goals?|love|selfcare|care|local|tx|ca|fl|ny|city|fitness|weight|results?|facial|tox|smile|hair|body|confidence|before|after|transformation|journey|community|small|business|girls?|boys?|mom|gang|squad|club))/;

/** Words that begin with @ in style sheets and code. */
const styleRules: ReadonlySet<string> = new Set([
  '@media',
  '@import',
  '@font-face',
  '@font',
  '@keyframes',
  '@supports',
  '@param',
  '@returns',
  '@layer',
  '@apply',
  '@type',
]);

function patientTags(reading: Reading): readonly Span[] {
  const { tokens, passage } = reading;
  if (passage.voice !== 'practice' || passage.part === 'data') return [];
  const found: Span[] = [];
  for (let token = 0; token < tokens.count; token++) {
    const tags = tokens.tags[token] as number;
    if (tags & Tag.handle && !styleRules.has(tokens.word[token] as string))
      found.push({ start: tokens.start[token] as number, end: tokens.end[token] as number });
    else if (
      tags & Tag.hashtag &&
      /^#[a-z]{3,}s(?:glow|lips|transformation|journey|smile|face|results|makeover)/i.test(
        tokens.word[token] as string,
      ) &&
      !generalTags.test(
        `#${/^#([a-z]{3,}?)s(?:glow|lips|trans|jour|smile|face|res|make)/.exec(tokens.word[token] as string)?.[1] ?? ''}`,
      )
    ) {
      found.push({ start: tokens.start[token] as number, end: tokens.end[token] as number });
    }
  }
  return found;
}
