/** Pieces of phrases that many signals share: `{thanks}` in a phrase means the text here. */
export const macros: Readonly<Record<string, string>> = {
  be: "am|is|are|was|were|'s|been|being",
  we: '(we|i|our (team|staff|office|providers|doctors|nurses|crew|girls)|my (team|staff)|everyone here|the (team|whole team|staff|office|crew|girls|doctor|doctors)|<staff>)',
  us: '(us|me|our (team|staff|office|practice|clinic|spa|family)|my (team|staff)|the (team|staff|office|practice|clinic|girls)|<staff>)',
  our: 'our|my|the|this',
  you: "(you|you (all|guys|two|both|folks|ladies|girls)|yourself|yourselves)",
  very: '(so|very|really|truly|super|absolutely|just|all|totally|especially|beyond|sincerely)',
  thanks: '(thanks|thank you|many thanks|a (big|huge|million|thousand|heartfelt|special) (thanks|thank you)|(we|i) {very}? (appreciate|thank you|are grateful|am grateful|value)|appreciate|grateful|gratitude|much appreciated|(big|huge) (thanks|thank you|shout out|shoutout))',
  thanking: '{thanks} (again|all|both|everyone)? {very}? (much|kindly|a lot|a bunch|tons|a million|again|as always)? (for|that)?',
  sorry: '(sorry|apologize~|apologies|apology|regret~|apologetic|hate that|feel~ (terrible|awful|horrible|bad)|sad|saddened|disappointed)',
  glad: '(glad|happy|thrilled|delighted|excited|pleased|tickled|stoked|overjoyed|elated|ecstatic|proud|honored|love|loved|grateful|relieved|over the moon)',
  visited: '(come~ (in|by|over|through|out|to see)|stop~ (in|by)|pop~ (in|by|over)|drop~ (in|by)|swing~ by|walk~ in|visit~|drive~ .. to see)',
  next: '(next (time|visit|appointment|session|treatment|round|week|month|one)|again|soon|follow up|touch up|back)',
};
