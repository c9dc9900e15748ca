import { rule } from '../rule.js';

export default rule({
  id: 'tracker-on-patient-page',
  title: 'A third-party tracker stands on a booking, intake, portal or results page',
  law: ['ocr-tracking', 'case-goodrx', 'case-betterhelp', 'aha-becerra'],
  why: 'The tracker tells an advertising company who asks about what care. On general pages a court has set that guidance aside; on booking, intake and results pages it stands.',
  severity: { newsletter: 'info', 'web-page': 'warning' },
  when: { within: 'passage', all: ['tracker-with-care'], mark: 'tracker-with-care' },
  message: 'An advertising company learns who asks about which care.',
  fixes: [{ title: 'Take the tracker out', replace: 'mark', with: '' }],
  examples: {
    violating: [
      {
        channel: 'web-page',
        languageId: 'html',
        text: "<!-- /book.html --> <script>«fbq('track','Schedule',{content_name:'lip filler'})»;</script>",
      },
      {
        channel: 'web-page',
        languageId: 'html',
        text: '<form action="«/intake?condition=melasma&email=»" method="get">',
      },
      {
        channel: 'web-page',
        languageId: 'javascript',
        text: "«gtag('event','consult',{treatment:'semaglutide', user_email: form.email})»;",
      },
      {
        channel: 'web-page',
        languageId: 'javascript',
        text: "«ttq.track('SubmitForm',{description: selectedConcern})» // weight-loss quiz",
      },
      '«https://lumaaesthetics.example/offer?e={{email}}&tx=botox»',
      {
        channel: 'web-page',
        languageId: 'html',
        text: '<!-- /portal/results --> <script src="https://static.«hotjar.com/c/hotjar-1.js»"></script>',
      },
    ],
    clean: [
      {
        channel: 'web-page',
        languageId: 'html',
        text: "<!-- /blog/spf.html --> <script>gtag('config','G-XXXX');</script>",
      },
      { channel: 'web-page', languageId: 'html', text: '<form action="/intake" method="post">' },
      { channel: 'web-page', languageId: 'html', text: '<script src="/js/menu.js"></script>' },
      'https://lumaaesthetics.example/spring?utm_source=newsletter',
      { channel: 'web-page', languageId: 'javascript', text: "gtag('event','page_view')" },
      { channel: 'web-page', languageId: 'html', text: '<a href="/book">Book</a>' },
    ],
  },
});
