import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'merge-field-treatment',
  title: 'A merge field inserts a treatment, a condition, a date of care or a balance',
  law: ['hipaa-disclosure', 'hipaa-safeguards', 'hipaa-marketing'],
  why: 'The mailing service receives the detail for every patient on the list, and the message carries it in the open. A generic phrase sells just as well.',
  severity: {
    'direct-message': 'warning',
    newsletter: 'warning',
    'web-page': 'info',
    'internal-draft': 'info',
  },
  when: { within: 'passage', all: ['merge-care'], mark: 'merge-care' },
  message: "The message puts a detail of each reader's care into an open e-mail.",
  fixes: [
    {
      title: 'Use a plain subject',
      replace: 'sentence',
      with: 'A note from {practice}',
      in: ['subject'],
    },
    {
      title: 'Say it to everyone',
      replace: 'sentence',
      with: 'Ask us about anything on our menu.',
    },
    removeSentence,
  ],
  examples: {
    violating: [
      {
        channel: 'newsletter',
        text: "Hi {{first_name}}, it's been «{{weeks_since_last_treatment}}» weeks since your «{{last_treatment}}».",
      },
      { channel: 'newsletter', text: 'Subject: *|FNAME|*, time for more «*|LAST_SERVICE|*»?' },
      {
        channel: 'newsletter',
        text: 'Your balance of «%%account_balance%%» is due for «%%procedure_name%%».',
      },
      { channel: 'newsletter', text: 'Dear <<Name>>, how is your «<<Condition>>»?' },
      {
        channel: 'newsletter',
        text: '«{% if patient.diagnosis == "melasma" %}»Ask about Cosmelan{% endif %}',
      },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a merge field of a mailing service
      'Reminder: «${appt.service}» with «${appt.provider}» at «${appt.time}»',
    ],
    clean: [
      { channel: 'newsletter', text: 'Hi {{first_name}}, spring is here.' },
      { channel: 'newsletter', text: '*|UNSUB|* | *|LIST:ADDRESS|*' },
      { channel: 'newsletter', text: 'Dear <<First Name>>, our new menu is out.' },
      { channel: 'newsletter', text: 'Use code {{coupon_code}} by Sunday.' },
      { channel: 'newsletter', text: '%%view_in_browser%%' },
      { channel: 'web-page', languageId: 'html', text: '<h1>{{ page.title }}</h1>' },
    ],
  },
});
