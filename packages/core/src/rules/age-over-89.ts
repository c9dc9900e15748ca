import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'age-over-89',
  title: 'An age over 89, or a year of birth that means one',
  law: ['safe-harbor'],
  why: 'So few people are over 89 that the age alone can tell who is meant. The law lets you say 90 or older.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'info',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  when: [
    { within: 'passage', all: ['old-age', 'care-cue'], unless: ['teaching'], mark: 'old-age' },
    {
      within: 'passage',
      all: ['old-age'],
      any: ['named-as-patient', 'confirms-treatment', 'addresses-reviewer'],
      mark: 'old-age',
    },
  ],
  message: 'Readers can tell who this is by the age.',
  fixes: [
    {
      title: 'Say "over 89"',
      replace: 'words',
      where: [
        '«<number> years old»',
        '(age|aged|patient|female|male|woman|man|lady|gentleman) «<number>» !year|years|st|nd|rd|th|patients|clients|people',
        '(age|aged|patient|female|male|woman|man|lady|gentleman) «<number>» $',
      ],
      with: 'over 89',
      safe: true,
    },
    removeSentence,
    { title: 'Record a signed authorization', insert: 'authorization' },
  ],
  examples: {
    violating: [
      {
        channel: 'social-post',
        text: 'Our «94»-year-old client just got her first facial and loved it!',
      },
      {
        channel: 'newsletter',
        text: 'She turned «91» last week and celebrated with us and a little Botox.',
      },
      { channel: 'web-page', text: 'Patient: «female, 97», skin cancer scar revision.' },
      { channel: 'social-post', text: 'A sprightly «nonagenarian» stopped by for laser today.' },
      {
        channel: 'web-page',
        text: '«Born in 1931», he wanted to look his best for the reunion and chose filler.',
      },
      { channel: 'review-reply', text: 'For a «93»-year-old you healed remarkably well.' },
    ],
    clean: [
      { channel: 'web-page', text: 'Adults aged 90 or older should bring a medication list.' },
      { channel: 'web-page', text: '95% of participants saw improvement at 90 days.' },
      {
        channel: 'web-page',
        text: 'Candidates in our published series ranged from 18 to 89 years.',
      },
      { channel: 'newsletter', text: 'Our 90-day skin challenge starts Monday.' },
      { channel: 'social-post', text: 'Our building dates from 1931!' },
      { channel: 'web-page', text: '100 units per vial.' },
    ],
  },
});
