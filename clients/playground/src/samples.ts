/** A piece of copy to start from. All people and practices in it are made up. */
export interface Sample {
  readonly title: string;
  readonly channel: string;
  readonly text: string;
}

export const samples: readonly Sample[] = [
  {
    title: 'Reply to a happy review',
    channel: 'review-reply',
    text: `> ★★★★★ Jenna P.
> Best Botox of my life. Dr. Ortiz is an artist and the front desk is so kind!

Thank you for coming in to see us! We're thrilled you love your Botox results!
See you in two weeks for your touch-up!
`,
  },
  {
    title: 'Reply to a bad review',
    channel: 'review-reply',
    text: `> ★☆☆☆☆ Mark D.
> Waited an hour, and my lips were uneven for a week. They never called me back.

We are sorry to hear this. Our records show that you arrived twenty minutes late for your appointment.
You signed the consent form that explains swelling. We refunded your deposit on the spot.
`,
  },
  {
    title: 'Reply that is safe to post',
    channel: 'review-reply',
    text: `> ★★★★★ Jenna P.
> Best Botox of my life. Dr. Ortiz is an artist and the front desk is so kind!

Thank you for the kind words! Comments like this mean a lot to our team.
`,
  },
  {
    title: 'Instagram caption',
    channel: 'social-post',
    text: `Happy Friday! 💉✨

Our sweet Maddie came in for her third round of lip filler before her wedding, and just look at that smile.
Swipe for her before and after!

#lipfiller #medspa #brideglow
`,
  },
  {
    title: 'Direct message',
    channel: 'direct-message',
    text: `Hi Karen! It was so nice to meet you on Tuesday. How is the swelling after your microneedling?
Your next laser session is on March 14 at 10:30. Reply YES to confirm.
`,
  },
  {
    title: 'Newsletter',
    channel: 'newsletter',
    text: `Subject: Tanya lost 40 pounds with us

Hi friends,

Meet Tanya, 43, a kindergarten teacher from Plano. After six months on semaglutide with our nurse Kelly she is down 40 pounds and off her blood pressure pills.
Book your own consultation this week and save 15 percent.
`,
  },
  {
    title: 'Web page',
    channel: 'web-page',
    text: `# Laser resurfacing

Most people need three sessions, four weeks apart. Redness usually fades within three days.

## What our patients say

"They saved my skin." Robert L., rosacea patient since 2021

![Before and after: Robert L., two sessions](robert-l-rosacea.jpg)
`,
  },
];
