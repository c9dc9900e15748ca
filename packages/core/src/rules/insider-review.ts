import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'insider-review',
  title: 'Staff, family or an agency writes reviews without saying so',
  law: ['ftc-fake-reviews', 'ftc-insider', 'case-allure'],
  why: 'A review by somebody with a tie to the practice must say so, and an invented one is false. Both are covered by the review rule since October 2024.',
  severity: {
    'review-reply': 'warning',
    'social-post': 'warning',
    'direct-message': 'info',
    newsletter: 'warning',
    'web-page': 'warning',
    'internal-draft': 'warning',
  },
  lenient: {
    'review-reply': 'off',
    'social-post': 'off',
    'direct-message': 'off',
    newsletter: 'off',
    'web-page': 'off',
    'internal-draft': 'off',
  },
  when: { within: 'passage', all: ['insider-ask'], mark: 'insider-ask' },
  message: 'Readers would take these words for those of patients.',
  fixes: [
    removeSentence,
    {
      title: 'Ask patients alike',
      replace: 'sentence',
      with: 'Ask every recent client for honest feedback, with the same words for all.',
    },
  ],
  examples: {
    violating: [
      {
        channel: 'internal-draft',
        text: '«Everyone on staff: please leave a Google review» this week.',
      },
      {
        channel: 'internal-draft',
        text: '«Write three sample reviews as patients for the launch» page.',
      },
      {
        channel: 'newsletter',
        text: '«Friends and family of the team, go post some 5-star love»!',
      },
      { channel: 'internal-draft', text: '«Ask your husbands to review us» on Yelp.' },
      { channel: 'web-page', text: '"Best place ever!" - J. Smith («owner\'s brother»)' },
      { channel: 'internal-draft', text: '«Agency to seed ten reviews before opening» day.' },
    ],
    clean: [
      { channel: 'internal-draft', text: 'Staff may not review the practice on public sites.' },
      {
        channel: 'social-post',
        text: 'I work at Luma, and this is my favorite sunscreen. #employee',
      },
      { channel: 'internal-draft', text: 'Send the internal staff survey by Friday.' },
      { channel: 'web-page', text: 'Careers: what our team says about working here.' },
      { channel: 'internal-draft', text: 'Do not post sample reviews on the launch page.' },
      { channel: 'newsletter', text: 'Meet the team behind your visit.' },
    ],
  },
});
