import { inPublic, inReply, type Signals, signals } from './place.js';

/** Refutation, blame, money and threat. */
export const disputeSignals: Signals = signals({
  'defends-care': {
    describes: 'Answers the review with facts about what happened',
    leg: 'care',
    phrases: [
      '«(was|were) (set|calibrated|performed|done|dosed|placed|administered|applied|prescribed|given) ..3 (correct|correctly|appropriate|appropriately|proper|properly|exactly|per protocol|according)»',
      '«(you|she|he|this (person|patient|individual|reviewer|client)|the (patient|client|reviewer|individual)) ..2 (were|was|are|had been) ..2 (told|informed|advised|warned|offered|given|explained|asked|seen|treated|shown|educated|counseled|quoted|charged|scheduled|evaluated|examined|referred|provided|instructed|reminded|greeted|called|contacted|helped|worked in|moved|fully|made aware|aware|happy|satisfied|smiling|fine|thrilled|pleased)»',
      '{we} ..3 «(told|informed|advised|warned|offered|gave|explained to|explained|showed|called|texted|emailed|reached out to|contacted|tried to (reach|call|contact|explain)|spent ..4 with|went over ..3 with|answered (every|all)|provided|recommended|suggested|discussed ..3 with|saw|treated|fit|squeezed|evaluated|examined|performed|did everything|did our best for|honored|accommodated|reviewed) (you|her|him|them|your|this patient|every question|it|that) ..4»',
      '«(spent|took) ..5 (with (you|her|him|this)|going over|explaining|answering)»',
      '(not|never) «(what happened|how (it|that|this) (happened|went)|true|accurate|the case|the whole story|what (was|we|you|occurred|took place))»',
      '«(that|this|your (review|account|version|story|claim|claims|statement)|these|which|it) (is|are|was|were) ..3 (false|untrue|inaccurate|incorrect|a lie|lies|misleading|fabricated|not true|made up|not accurate|simply not|exaggerated|slander|one sided|not what)»',
      '«(set|setting) the record straight»',
      '«(the (truth|facts|fact|reality) (is|are)|in fact|what (actually|really) happened|contrary to)» ..4',
      '«(against|despite|contrary to) (our|my|medical|<staff>|the (doctor|provider)|repeated) ..2 (advice|recommendation|recommendations|instructions|warning|warnings)»',
      '(followed|used|within|met|meets|consistent with) «(protocol|the protocol|standard of care|all protocols|the standard|proper procedure|every protocol)»',
      '(as|like) «(she|he|you) (knows|know|was|were|admitted|admits|said|stated|requested|agreed)»',
      '(before|at|after|during|when) «(we|the) (started|begin|began|treatment|procedure|injection|appointment|visit|consultation|session|surgery) ..2 (you|she|he|we|it|was|were)?»',
      '«(you|she|he) (declined|refused|insisted|demanded|agreed|requested|asked for|chose|opted|wanted|elected|decided|consented|approved|said yes|nodded|accepted|understood|admitted|told (us|me|<staff>)|left happy|hugged (us|me|<staff>|everyone)|thanked (us|me))» ..4',
      '«(<staff>) ..2 (spent|explained|told|warned|offered|gave|did|fixed|saved|checked|called|stayed|showed|recommended|went over|answered|followed|performed|stopped|asked|tried) ..4»',
      '(at|in|during) «(your|her|his|the) ..1 (first|initial|last|second|original)? (visit|appointment|consult|consultation|session|exam|evaluation)» ..3',
    ],
    find: inReply('defends-care', { except: ['policy-voice'] }),
  },
  'answers-complaint': {
    describes: 'Answers a particular complaint in an open letter, a post or a page',
    leg: 'care',
    phrases: [
      '«(setting|set) the record straight» ..8 (review|reviews|claim|claims|complaint|post|accusation|accusations|rumor|rumors|story|allegation|allegations|video)?',
      '«(our|an|my) (response|answer|statement|open letter) (to|about|regarding|on) ..4 (claim|claims|review|reviews|complaint|complaints|post|allegation|allegations|accusation|accusations|story|video|rumor|rumors)»',
      '(about|regarding|to|re) «(the|that|a|this) (one star|1 star|negative|bad|recent|false|fake|viral|nasty) ..2 (review|post|comment|video|story|complaint)»',
      '(the|this) «(individual|person|patient|client|woman|man) (in question|arrived|was (warned|told|informed|advised|never)|failed|refused|had an existing|claimed|posted|who (posted|claims))»',
      '(she|he|they) «was (warned|told|informed|advised) ..4» (and|but|not)',
    ],
    find: inPublic('answers-complaint'),
  },
  'discusses-billing': {
    describes: "Discusses the person's payment, quote, refund, insurance or account",
    leg: 'care',
    phrases: [
      '(we|i|our (team|office|manager|billing .. )|<staff>) ..3 «(refunded|credited|charged|billed|invoiced|quoted|comped|waived|discounted|reimbursed|refund|adjusted|processed|returned|issued|applied|voided|reversed|covered|sent) ..4 (you|your|the|it|that|a (refund|credit)|every|full)»',
      '(we|i|our (team|office|manager)|<staff>) ..3 «(gave|given|offered) you (a|an|the|your|full|half|part) ..2 (credit|refund|discount|rate|price|money|rebate)»',
      '«(your|her|his|their) ..3 (deposit|refund|bill|balance|payment|payments|insurance|insurer|claim|copay|co pay|deductible|account|invoice|fee|charge|charges|quote|estimate|credit|card|financing|carecredit|groupon|membership (fee|dues)|package|plan (was|is|did|does)|coverage|benefits|premium|statement|receipt|gift card|check|credit card|bank|discount)»',
      '«(you|she|he) ..2 (paid|owe|owed|were (charged|billed|quoted|refunded|credited|given a (refund|credit|discount))|was (charged|billed|quoted|refunded|credited)|received a (refund|credit|discount)|got (your|a) ..1 (refund|money|discount)|disputed|filed|bought|purchased|prepaid|financed|asked for (a|the|your) ..1 (refund|discount|price|number|money)|used a (groupon|coupon|gift)|(have|had|still have) ..2 (balance|credit|unpaid|outstanding))»',
      '(refund|refunds|credit|deposit|fee|charge|bill|payment|balance|price|cost|discount) ..3 «(was|were|has been|went|have been|had been) ..2 (refunded|returned|issued|processed|applied|waived|credited|for your|because you|sent|given|denied|declined|posted|reversed|taken off|removed|explained to|disclosed to|back)»',
      '(sent|send|turned over|went|go) «to collections»',
      '(no show|cancellation|late|missed appointment) «(fee|charge) (was|is for your|you|applied|stands|for)»',
      '(insurance|insurer|carrier|plan|medicare|medicaid|cigna|aetna|blue cross|delta) ..2 «(did not|denied|does not|approved|declined|paid|covered|rejected|would not|refused|said|told)»',
      '(chargeback|dispute|disputed|the bank|carecredit|credit card company|collections agency) ..2 «(you|was|sided|ruled|denied|with)»',
      '(for|of) «(the|your) (twenty|thirty|forty|fifty|<number>) units»',
      'out of «(network|pocket)» ..3 (you|your)',
      '«(the|that) <money>» ..3 (was|went|you|your|back)',
      '«(the|that) (fee|charge|balance) stands»',
      '(an|your|the) «(unpaid|outstanding|remaining|past due) (balance|bill|invoice|amount)»',
      '«<money> (left|remaining|owed|outstanding|still due)»',
    ],
    find: inReply('discusses-billing', { except: ['billing-policy'] }),
  },
  'billing-policy': {
    describes: 'Prices and rules of payment, for everyone',
    phrases: [
      '(anyone|anybody|everyone|every (patient|client|guest)|all (patients|clients)|nobody|no one|each person|any guest) ..8 (fee|deposit|refund|price|estimate|bill|quote|charge|insurance)',
      '(deposit|deposits|fees|refunds|prices|estimates|quotes|charges) (are|is|can be|may be) ..6 (refundable|posted|listed|returned|waived|shown|given|written|explained|in writing|policy|on)',
      '(do not|can not|could not|unable to|never) (discuss|talk about|address) (billing|payment|accounts|money|bills|charges)',
      '(cancellation|deposit|refund|billing|financial|payment) policy',
      'billing (office|team|department|manager|lead|desk|line|questions)',
    ],
  },
  'blames-reviewer': {
    describes: "Describes the person's conduct or faults them",
    leg: 'care',
    phrases: [
      '«(you|she|he|this (person|patient|individual|client|reviewer)|the (patient|client)) ..3 (missed|no showed|no show|cancelled|canceled|rescheduled|arrived late|were late|was late|came late|showed up|did not (show|follow|come|call|return|listen|keep|wear|ice|take|tell|give|disclose|mention|pay|answer|respond|bother|let us|want|do|use|complete|have the)|failed to|never (called|followed|came|showed|returned|told|mentioned|responded|answered|gave|once|let|bothered|wore|paid|did)|refused to|ignored|screamed|yelled|cursed|swore|threatened|were (rude|abusive|verbally|aggressive|hostile|belligerent|disrespectful|drunk|intoxicated|dismissed|asked to leave|argumentative|combative)|was (rude|abusive|verbally|aggressive|hostile|belligerent|disrespectful|drunk|intoxicated|dismissed|asked to leave)|smoked|tanned|picked|drank|took ibuprofen|skipped|stormed|slammed|hung up|lied|berated|harassed|called (our|my|the|us|her|me) ..5|threw (a|your|the)|demanded|wanted (free|something for)|made a scene|left (before|without|in the)|walked out)»',
      '(had|if) you «(followed|told|called|listened|come|waited|read|given|worn|stayed|let us|asked|done|kept|shown|been|bothered)» ..4',
      '(unrealistic|unreasonable) «(expectation|expectations|demands|demand)»',
      '(dismissed|discharged|fired|banned|terminated|removed|not welcome|no longer welcome) ..2 «(from|at|as|back)» ..2',
      '(difficult|problem|disgruntled|entitled|abusive|angry|bitter|non compliant|noncompliant|rude|drunk|vindictive) «(patient|client|customer|person|individual|woman|man|ex)»',
      '(to the) «(client|patient|person|lady|gentleman|woman|man) who ..6 (no showed|cancelled|canceled|late|rude|left|complained|yelled)»',
      '«your ..2 (behavior|conduct|attitude|tone|language|no show|no shows|late arrival|lateness|outburst|aftercare|failure|refusal|choice|choices|decision|lifestyle|habits|smoking|drinking|tanning|temper|tantrum|mistake|fault)»',
    ],
    find: inReply('blames-reviewer', { except: ['policy-voice'] }),
  },
  'policy-voice': {
    describes: 'A standing rule of the practice, about everyone',
    phrases: [
      '(every|each|any|all|anyone|anybody|everyone|everybody|whoever|no|nobody|people|folks|patients|clients|guests|visitors) ..6 (is|are|gets|get|receives|receive|has|have|should|can|may|leaves|leave|hears|hear|pays|pay|must|needs|deserves|signs|sign)',
      '(our|the|clinic|office|house|company) ..2 (policy|policies|rule|rules|practice|standard|goal|aim|commitment) (is|are|asks|says|for|to)',
      '(we|our|i) ..2 (always|never|aim|strive|work hard|ask everyone|review|offer everyone|require|teach|train)',
    ],
  },
  'privacy-disclaimer': {
    describes: 'Says that privacy law forbids saying more',
    phrases: [
      '(hipaa|privacy|confidentiality|federal law|privacy (laws|law|rules|regulations|reasons)|patient (confidentiality|privacy)|state law|the law) ..6 (prevent|prevents|prohibit|prohibits|keep|keeps|limit|limits|forbid|forbids|mean|means|restrict|restricts|say|says|stop|stops|bind|binds|require|requires|bars|bar|does not (allow|let|permit)|do not (allow|let|permit))',
      '(because of|due to|for|under|out of respect for|in light of|given|respecting|respect|with) ..2 (hipaa|privacy|confidentiality|patient privacy|privacy laws|the law)',
      '(can not|could not|unable to|not able to|not allowed to|not permitted to|not going to|will not|without) ..3 (discuss|comment|share|disclose|get into|getting into|going into|go into|go point|respond|speak) ..4',
      '(without) (getting|going) into ..3',
    ],
    find: inReply('privacy-disclaimer'),
  },
  'individual-disclaimer': {
    describes: 'The privacy sentence put individually: "we cannot discuss your treatment"',
    leg: 'care',
    phrases: [
      '(discuss|discussing|comment on|commenting on|share|sharing|disclose|disclosing|talk about|address|addressing|get into|go into|respond to|speak to|reveal|release) ..3 «(your|his|her) ..3 (treatment|care|case|visit|appointment|chart|records|record|procedure|medical|health|account|file|history|situation|condition|specifics|details|information|surgery|results|billing|experience (with|at|here))»',
    ],
    find: inReply('individual-disclaimer'),
  },
  'no-review-clause': {
    describes: 'Makes somebody agree not to review',
    phrases: [
      '(agree|agrees|agreed|agreeing|promise|promises|consent) «not to (post|publish|write|leave|share) ..4 (review|reviews|comment|comments|rating|ratings|feedback|stars)»',
    ],
    find: inPublic('no-review-clause'),
  },
  'threatens-reviewer': {
    describes: 'Threatens, demands removal, or offers something for it',
    phrases: [
      '(our|my|an|a|contact|contacted|contacting|hear from|retained|consult|consulted|consulting|speaking|forwarded|with|involve) ..2 «(attorney|attorneys|lawyer|lawyers|legal (team|counsel|department))»',
      '«(legal (action|recourse|options|remedies)|sue|suing|lawsuit|defamation|defamatory|libel|libelous|slander|slanderous|cease and desist|litigation|small claims|subpoena|police report)»',
      '«(remove|delete|take down|retract|edit|change|update|amend|pull|withdraw) (your|this|the|that|it) ..2 (review|post|comment|rating|star|stars|statement|to|or|and|immediately|within|by)»',
      '«(take|took|taking) (this|it|that|the (review|post)|your (review|post)) down»',
      '(once|when|if|after|until|as soon as|the day) «(you|your|the (review|post|comment|rating|page)|both|this|that) ..3 (remove|removed|delete|deleted|take|taken|update|updated|change|changed|gone|down|edit|revise|revised|comes down|is down)»',
      '(signed|agreed|agree|agreement|contract) ..4 «(not to (post|review|publish|write|disparage|leave)|non disparagement|no reviews)»',
      '(five|5) stars «and (your|the|we)» ..4',
      'change it to «(five|5|a five)» ..2',
    ],
    find: inPublic('threatens-reviewer', {
      also: (reading) =>
        reading.passage.reply ||
        reading.passage.channel === 'direct-message' ||
        reading.passage.channel === 'review-reply',
    }),
  },
});
