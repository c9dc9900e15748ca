/** Pieces of phrases that many signals share: `{thanks}` in a phrase means the text here. Rules use them too. */
export const macros: Readonly<Record<string, string>> = {
  be: "am|is|are|was|were|'s|been|being|be",
  we: '(we|i|our (team|staff|office|providers|doctors|nurses|crew|girls)|my (team|staff)|everyone here|the (team|whole team|staff|office|crew|girls|doctor|doctors)|<staff>)',
  us: '(us|me|our (team|staff|office|practice|clinic|spa|family|studio)|my (team|staff)|the (team|staff|office|practice|clinic|girls)|<staff>|<practice>)',
  very: '(so|very|really|truly|super|absolutely|just|all|totally|especially|beyond|sincerely|deeply|always|both|genuinely|extremely|incredibly|most)',
  thanking:
    '((thanks|thank you|thank u) (again|all|both|everyone)? {very}? (much|kindly|a lot|a bunch|a ton|tons|a million|again)?|(many|big|huge|endless) (thanks|thank you)|a (big|huge|million|heartfelt|special) (thanks|thank you)|({very}|{very} {very})? (appreciate|appreciated)|({very})? (grateful|thankful) (to you|that you)?|gratitude|gracias|shout out|shoutout|kudos)',
  glad: '(glad|happy|thrilled|delighted|excited|pleased|tickled|tickled pink|stoked|overjoyed|elated|ecstatic|proud|honored|grateful|relieved|over the moon|love|loved|pleasure|joy|delight|privilege|honor|blast|treat|heartwarming|rewarding|wonderful|great|nice|lovely|fun|so good|awesome|fantastic|amazing)',
  pleased:
    '(glad|happy|thrilled|delighted|excited|pleased|tickled|tickled pink|stoked|overjoyed|elated|ecstatic|proud|grateful|relieved|over the moon|love|loved|honored|so good|yay|yayy|hooray|woohoo|great|wonderful|fantastic|awesome|heartwarming|rewarding)',
  sorry:
    '(sorry|apologize~|apologies|apology|apologetic|regret~|hate|(feel|feels|felt) (terrible|awful|horrible|bad|sick)|saddened|sad|heartbroken|disappointed|embarrassed|ashamed|upset|distressed|dismayed|disheartened|concerned)',
  visit:
    '(visit|visits|appointment|appointments|session|sessions|treatment|treatments|procedure|procedures|consultation|consultations|consult|consults|surgery|surgeries|stay|exam|cleaning|check up|checkup|follow up|followup|touch up|touchup|service|services|care plan|operation|delivery|recovery|journey|transformation|therapy|infusion|injection|injections|workup|screening|series|package)',
  outcome:
    '(result|results|outcome|outcomes|progress|improvement|recovery|healing|transformation|look|glow|new look|after photos|before and after|makeover)',
  come: '(come~ (in|by|over|through|out|down|up|along|to (see|us|our))|stop~ (in|by)|pop~ (in|by|over)|drop~ (in|by)|swing~ (in|by)|walk~ in|roll~ in|hop~ in|sit~ (in|with|down)|join~ us|visit~|drive~ (in|out|down|up|over|all|from|so|hours|miles)|travel~|fly~ in|show~ up)',
  care: '(care (for|of)|treat|treated|treating|help|helped|helping|serve|served|serving|see|saw|seeing|seen|meet|met|meeting|work (with|on)|worked (with|on)|working (with|on)|look after|looked after|looking after|take care of|took care of|taking care of|taken care of|caring for|cared for|have|had|having|pamper|pampered|pampering|accommodate|accommodated|accommodating|host|hosted|hosting|welcome|welcomed|welcoming|know|knowing|guide|guided|guiding|support|supported|supporting|walk|walked|fit|squeeze|squeezed|get|got)',
  speech:
    '(<speech>|word|words|story|kindness|love|support|input|opinion|opinions|view|views|side|concern|concerns|frustration|criticism|critique|shout out|shoutout|thoughts|time|honesty|candor|patience|understanding|experience|experiences|five star|stars|star|rating|write up|writeup|mention|essay|paragraph|poem|pun|sentence|message|reading|idea|ideas|point|question|questions|tip|heads up|insight|insights|encouragement|enthusiasm|generosity|warmth)',
};
