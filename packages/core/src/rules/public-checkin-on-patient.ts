import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'public-checkin-on-patient',
  title: 'The copy publicly asks after a recovery or a result',
  law: ['hipaa-disclosure', 'hipaa-definition'],
  why: 'A wish for somebody’s healing tells readers that there is something to heal from. Ask in private; in public, say what is normal for everyone.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  when: [{ within: 'sentence', all: ['public-checkin'], mark: 'public-checkin' }],
  message: 'Readers learn that this person is recovering from something done here.',
  fixes: [
    removeSentence,
    {
      title: 'Say what helps everyone',
      replace: 'sentence',
      with: 'Questions after a visit? Our team answers them by phone[ at {phone}].',
    },
  ],
  examples: {
    violating: [
      { channel: 'social-post', text: '@sam.reyes how is «the swelling» today?' },
      {
        channel: 'social-post',
        text: 'How are «those lips settling», babe? (comment on her photo)',
      },
      { channel: 'social-post', text: 'Checking in «after» yesterday, @kt_runs. «Ice and rest»!' },
    ],
    clean: [
      { channel: 'social-post', text: 'How are you protecting your skin this summer?' },
      {
        channel: 'social-post',
        text: 'Lip filler settles over about two weeks. Ice helps in the first day.',
      },
      { channel: 'social-post', text: 'Hope everyone is having a great Monday.' },
      { channel: 'newsletter', text: 'What to expect in the first week after a peel.' },
      { channel: 'web-page', text: 'Call our nurse line any time during recovery.' },
      { channel: 'social-post', text: 'Tell us your favorite SPF in the comments.' },
    ],
  },
});
