/** What the lexicon and the detector of people know of a token. A token may carry several. `<name>` in a phrase means the tag. */
export const tagNames = [
  'treatment', // Botox, filler, laser hair removal: a treatment, device, drug or brand, ambiguity decided
  'condition', // melasma, swelling, a complication or concern
  'body', // lips, forehead, knee
  'relation', // patient, client, guest, member
  'name', // a person's name that is not staff
  'staff', // a staff member's name or title: Dr. Smith, Nurse Kelly, our injector
  'relative', // husband, daughter, boss
  'role', // teacher, mayor, bride: an occupation or a public role
  'day', // Tuesday, yesterday, this morning
  'month', // May (as a month)
  'number',
  'money', // $399
  'clock', // 4:15, 3pm
  'handle', // @someone who is not the practice, staff or a partner
  'ownhandle', // @handle of the practice, staff or a partner
  'hashtag',
  'platform', // Google, Yelp, Facebook
  'speech', // review, feedback, words, comment, stars
  'practice', // the practice's own name
  'capital', // written with a capital inside a sentence
  'place', // a city or state the lexicon knows
  'merge', // a merge field
  'contact', // phone, e-mail, URL
  'praise', // amazing, stunning
  'feeling', // happy, thrilled, nervous
  'human', // lady, guy, sweetheart: a word for one person that is no name
  'setting', // chair, consult, session, syringe: what stands around a treatment
  'past', // came, asked, left: verbs that tell a story
] as const;
export type TagName = (typeof tagNames)[number];

/** The bit of each tag. */
export const Tag = Object.fromEntries(
  tagNames.map((name, index) => [name, 1 << index]),
) as Readonly<Record<TagName, number>>;
