import { rule } from '../rule.js';
import { insteadOfDefense } from '../shared-fixes.js';

export default rule({
  id: 'reply-blames-reviewer',
  title: "The reply describes or faults the person's conduct",
  law: ['hipaa-disclosure'],
  why: 'Saying what a person did or failed to do at the practice tells readers that they were there and how it went. It also reads badly to everyone else.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'warning',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  when: [
    { within: 'sentence', all: ['blames-reviewer'], mark: 'blames-reviewer' },
    { within: 'sentence', all: ['public-blame'], mark: 'public-blame' },
    {
      within: 'sentence',
      all: ['learned-blame'],
      mark: 'learned-blame',
      atMost: 'warning',
      message: 'A reader may take this to mean how somebody behaved as a patient here.',
    },
  ],
  message: 'Readers learn how this person behaved as a patient here.',
  fixes: insteadOfDefense,
  examples: {
    violating: [
      '«You missed» three appointments and then blamed us.',
      'Had you «followed» the aftercare sheet, this would not have happened.',
      '«You screamed» at our front desk and were asked to leave.',
      'Some people have unrealistic «expectations», and you were one of them.',
      {
        channel: 'social-post',
        text: 'To «the client who no-showed» twice this week: yes, there is a fee.',
      },
      '«You were dismissed» «from» our practice for a reason.',
    ],
    clean: [
      {
        channel: 'web-page',
        text: 'Late arrivals may be rescheduled so that others are not kept waiting.',
      },
      'We ask that everyone treat our team with the same respect we aim to show.',
      { channel: 'web-page', text: 'Smoking slows healing after most procedures.' },
      { channel: 'newsletter', text: "Please give us 24 hours' notice if plans change." },
      'We hear strong opinions now and then, and we listen to all of them.',
      { channel: 'internal-draft', text: 'Escalate abusive reviews to Marcus. Do not reply.' },
    ],
  },
});
