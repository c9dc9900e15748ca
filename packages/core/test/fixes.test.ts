import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Channel } from '../src/channel.js';
import { check, inspect } from '../src/check.js';
import { parseCustomRules } from '../src/custom-rule.js';
import { applyFix } from '../src/finding.js';
import { defaultProfile, type PracticeProfile } from '../src/profile.js';
import { tokenize } from '../src/tokens.js';

/** The copy after the first fix of the first finding of a rule. */
function after(
  text: string,
  rule: string,
  channel: Channel,
  profile: PracticeProfile = defaultProfile,
): string {
  const found = check({ uri: 'copy.txt', languageId: 'plaintext', text }, profile, '2026-11-28', {
    channel,
    strictness: 'strict',
  }).filter((finding) => finding.rule === rule);
  const fix = found[0]?.fixes[0];
  ok(fix, `${rule} offers a fix`);
  return applyFix(text, fix);
}

/** The copy after each fix that replaces a whole reply. */
function wholeReplies(document: Parameters<typeof check>[0]): string[] {
  return check(document, defaultProfile, '2026-11-28', { channel: 'review-reply' })
    .flatMap(({ fixes }) => fixes)
    .filter(({ title }) => /whole reply/.test(title))
    .map((fix) => applyFix(document.text, fix));
}

describe('A fix', () => {
  it('leaves a space where its words would run into the next ones', () => {
    const { rules, problems } = parseCustomRules([
      {
        id: 'luma-care-fields',
        title: 'A merge field inserts care',
        why: 'The mailing service would receive it.',
        severity: { newsletter: 'warning' },
        when: { within: 'passage', all: ['merge-care'], mark: 'merge-care' },
        message: 'The message holds a detail of care.',
        fixes: [{ title: 'Use a general phrase', replace: 'mark', with: 'our menu' }],
        examples: { violating: ['Ask about «{{last_treatment}}».'], clean: ['Ask us.'] },
      },
    ]);
    deepEqual(problems, []);
    const profile: PracticeProfile = {
      ...defaultProfile,
      customRules: rules,
      rules: { 'merge-field-treatment': 'off' },
    };
    const made = (text: string) => after(text, 'luma-care-fields', 'newsletter', profile);
    equal(made('See {{last_treatment}}today.'), 'See our menu today.');
    equal(made('See{{last_treatment}}, today.'), 'See our menu, today.');
    equal(made('See {{last_treatment}}.'), 'See our menu.');
  });

  it('takes a name out of a title or a description so that the rest still reads', () => {
    const table: [before: string, after: string | undefined][] = [
      ['Before and after of Karen Smith', 'Before and after'],
      ['Before and after of Karen Smith, lip filler', 'Before and after, lip filler'],
      ['Before and After: Karen Smith | Luma', 'Before and After | Luma'],
      ["Before and After Jane Doe's Rhinoplasty | Luma", 'Before and After Rhinoplasty | Luma'],
      ["Karen Smith's lips before filler", 'Lips before filler'],
      ["See Karen Smith's before photo", 'See before photo'],
      ['Our patient Karen Smith smiling after Invisalign', 'Our patient smiling after Invisalign'],
      // Two people are for a person to write about.
      ['Before and after of Karen Smith and Jane Doe, lip filler', undefined],
    ];
    for (const [before, expected] of table)
      for (const source of [`<title>${before}</title>`, `<img src="a.jpg" alt="${before}">`]) {
        const found = check(
          { uri: 'copy', languageId: 'html', text: source },
          defaultProfile,
          '2026-11-28',
        );
        const fixes = found.flatMap((finding) => finding.fixes);
        const out = fixes.filter(({ title }) => /name out$/.test(title));
        for (const fix of out)
          equal(applyFix(source, fix), source.replace(before, expected ?? 'nothing'), before);
        if (source.startsWith('<img') && before.startsWith('Before and after of'))
          equal(out.length > 0, expected !== undefined, before);
        // A description of a picture does not turn to its reader.
        if (source.startsWith('<img'))
          for (const fix of fixes) equal(/\b(?:us|We)\b/.test(applyFix(source, fix)), false);
      }
  });

  it('leaves no blank lines where the paragraphs of a reply were', () => {
    const text =
      'Review: It hurt.\n\nReply:\nOur records show a refill.\n\nAsk us.\n\n\nThe team\n';
    for (const languageId of ['plaintext', 'markdown']) {
      const found = check({ uri: 'copy', languageId, text }, defaultProfile, '2026-11-28');
      const whole = found
        .flatMap(({ fixes }) => fixes)
        .filter(({ edits }) => edits.length > 2)
        .map((fix) => applyFix(text, fix));
      ok(whole.length > 0, `a fix of the whole reply in ${languageId}`);
      for (const result of whole) match(result, /^Review: It hurt\.\n\nReply:\n\S[^\n]+\n$/);
    }
  });

  it('is not offered where it would change nothing, and then no other is preferred', () => {
    const text = 'Thank you for taking the time to share your feedback.';
    const found = check(
      { uri: 'copy', languageId: 'plaintext', text },
      defaultProfile,
      '2026-11-28',
      {
        channel: 'review-reply',
        strictness: 'strict',
      },
    );
    for (const { rule, fixes } of found)
      for (const fix of fixes) {
        ok(applyFix(text, fix) !== text, `${rule}: ${fix.title}`);
        ok(!fix.preferred, `${rule}: ${fix.title}`);
      }
  });

  it('of a whole reply leaves the other items of a list', () => {
    const items = ['Our records show a refill was declined.', 'Our records show you never paid.'];
    for (const [languageId, source] of [
      ['markdown', items.map((item, at) => `${at + 1}. ${item}\n`).join('')],
      ['markdown', items.map((item) => `- ${item}\n\n  Ask us.\n`).join('')],
      ['html', `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`],
    ] as const) {
      const document = { uri: 'copy', languageId, text: source };
      const whole = wholeReplies(document);
      ok(whole.length > 0, languageId);
      for (const result of whole)
        equal(items.filter((item) => result.includes(item)).length, 1, result);
    }
  });

  it('takes the paragraphs of a page that it empties, but none that holds a picture', () => {
    const text =
      '<p class="a">Our <b>records</b> show a refill.</p>\n<p><b>Ask</b> us.</p>\n<p>Yours, <img src="sig.png"></p>\n<p>Luma</p>\n';
    const document = { uri: 'copy', languageId: 'html', text };
    const whole = wholeReplies(document);
    ok(whole.length > 0);
    for (const result of whole)
      match(result, /^<p class="a">[^<>]+<\/p>\s*<p>\s*<img src="sig\.png"><\/p>\s*$/);
  });

  it('of a whole reply takes all its paragraphs, from whichever it is asked', () => {
    const text = 'One fine day.\n\nTwo fine days.\n\nOur records show a refill.\n\nLast.\n';
    for (const languageId of ['plaintext', 'markdown']) {
      const document = { uri: 'copy', languageId, text };
      const whole = wholeReplies(document);
      ok(whole.length > 0, languageId);
      for (const result of whole) match(result, /^[^\n]+\n$/);
    }
  });

  it('of a whole reply ends at a line across', () => {
    const text = 'Our records show a refill.\n\nAsk us.\n\n---\n\nNotes for the team.\n';
    for (const [languageId, source] of [
      ['markdown', text],
      ['plaintext', text],
      ['html', text.replace('---', '<hr>').replace(/(.+)\n\n/g, '<p>$1</p>\n')],
    ] as const) {
      const document = { uri: 'copy', languageId, text: source };
      const whole = wholeReplies(document);
      ok(whole.length > 0, languageId);
      for (const result of whole)
        ok(!/records|Ask us/.test(result) && /Notes for the team\./.test(result), result);
    }
  });

  it('leaves a label that is a paragraph of its own', () => {
    for (const label of ['Reply:', 'Reply', 'Response from the owner', '**Owner response:**']) {
      const text = `Review: It hurt.\n\n${label}\n\nOur records show a refill.\n\nAsk us.\n`;
      for (const languageId of ['plaintext', 'markdown']) {
        const found = check({ uri: 'copy', languageId, text }, defaultProfile, '2026-11-28');
        const whole = found
          .flatMap(({ fixes }) => fixes)
          .filter(({ title }) => /whole reply/.test(title));
        ok(whole.length > 0, `a fix of the whole reply under ${label}`);
        for (const fix of whole) {
          const result = applyFix(text, fix);
          ok(result.startsWith(`Review: It hurt.\n\n${label}\n\n`), result);
          ok(!/records|Ask us/.test(result), result);
        }
      }
    }
  });

  it('says no sentence that stands in the passage already', () => {
    equal(
      after(
        'Thank you for the kind words! Glad your Botox settled so well.',
        'reply-confirms-treatment',
        'review-reply',
      ),
      'Thank you for the kind words!',
    );
  });

  it('takes a tag out of a row of hashtags, and keeps the row', () => {
    equal(
      after('Fresh lips today! #filler @jess.m #lips', 'tag-or-mention-patient', 'social-post'),
      'Fresh lips today! #filler #lips',
    );
  });

  it('takes a name out so that a sentence is left', () => {
    for (const [before, made] of [
      ['Thank you, Karen B.!', 'Thank you!'],
      [
        'Thank you for the kind words, Karen B. We read them.',
        'Thank you for the kind words. We read them.',
      ],
      ['Dear Ms. Smith, thank you for writing.', 'Hello, thank you for writing.'],
      [
        'Thank you, Tomas and Lena! Prices are posted.',
        'Thank you for the kind words! Prices are posted.',
      ],
    ] as const)
      equal(after(before, 'reply-names-reviewer', 'review-reply'), made);
  });

  it('keeps the label of a subject', () => {
    equal(
      after('Subject: Your Botox is wearing off', 'subject-line-reveals-care', 'newsletter'),
      'Subject: A note from us',
    );
  });
});

describe('Where copy will appear', () => {
  const read = (text: string, languageId: string) =>
    inspect({ uri: 'copy', languageId, text }, defaultProfile, '2026-11-28').channel;

  it('is a reply for words of regret, even where they go on about money', () => {
    const { channel, known } = read(
      "Hi Brian,\n\nWe're sorry your session fell short. Your balance of $240 is still open.",
      'plaintext',
    );
    deepEqual([channel, known], ['review-reply', false]);
    equal(
      read('Sorry, we are closed! Book now: 20% off for you.', 'plaintext').channel,
      'social-post',
    );
  });

  it('is a web page for one that quotes somebody and then speaks to its reader', () => {
    const page = '<h1>Welcome</h1><blockquote>So kind!</blockquote><p>Book your visit.</p>';
    equal(read(page, 'html').channel, 'web-page');
  });
});

describe('An e-mail address', () => {
  it('is one token, whatever joins the name before its @', () => {
    for (const address of ['amy.f@gmail.com', 'amy_f@a.co', 'thank-you@a.co', 'a.b.c+spa@mail.co'])
      deepEqual(tokenize(`To: ${address}, and`).word.slice(2, 4), [address, ',']);
  });

  it('is not seen in words that only look like its beginning', () => {
    equal(tokenize('We follow-up... @amy').word.join('|'), 'we|follow|-|up|.|@amy');
  });
});

describe('A fix that swaps words', () => {
  it('is not offered where it would leave half of a pair', () => {
    for (const text of [
      'Thank you for coming in, "Dana"! We read every review.',
      'Thank you for coming in (Dana)! We read every review.',
    ])
      for (const { fixes } of check(
        { uri: 'copy.txt', languageId: 'plaintext', text },
        defaultProfile,
        '2026-11-28',
        { channel: 'review-reply' },
      ))
        for (const fix of fixes) {
          const fixed = applyFix(text, fix);
          equal((fixed.match(/"/g)?.length ?? 0) % 2, 0, fixed);
          equal(fixed.includes('('), fixed.includes(')'), fixed);
        }
  });
});

describe('A fix that speaks of the treatment', () => {
  it('names the one of the sentence, as it reads inside another', () => {
    const rewritten = (text: string, rule: string, channel: Channel) => after(text, rule, channel);
    equal(
      rewritten('Our patient Dana loved her chemical peel.', 'name-with-treatment', 'newsletter'),
      'People often ask us about chemical peels.',
    );
    equal(
      rewritten(
        'Meet Priya, 34, who lost 40 pounds with our semaglutide program.',
        'name-with-treatment',
        'web-page',
      ),
      'People often ask us about semaglutide.',
    );
  });

  it('says "this" where none is named', () => {
    equal(
      after(
        "The mayor's wife left here glowing today.",
        'relative-or-employer-identifies',
        'social-post',
      ),
      'People often ask us about this.',
    );
  });
});

describe('A fix that takes a sentence out', () => {
  it('takes those along that go on about the person', () => {
    equal(
      after(
        'Meet Denise. She was afraid of needles until she tried Botox here. Her sister came too. Book now.',
        'name-with-treatment',
        'web-page',
      ),
      'People often ask us about Botox. Book now.',
    );
  });
});
