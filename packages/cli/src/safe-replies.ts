import {
  inspect,
  type PracticeProfile,
  type ReplyTemplate,
  replyTemplates,
  replyText,
} from '@chaperone/core';

/**
 * Replies to a review that pass the check at the practice's own strictness, in the practice's own words. At strict,
 * where counsel advises not to answer at all, they are judged at standard. Without criticism to answer, all of them
 * serve, the thanks first.
 */
export function safeReplies(
  review: string,
  isCritical: boolean,
  profile: PracticeProfile,
  today: string,
): readonly Pick<ReplyTemplate, 'title' | 'text'>[] {
  const strictness = profile.strictness === 'strict' ? 'standard' : profile.strictness;
  const options = { channel: 'review-reply', strictness, context: review } as const;
  return replyTemplates
    .filter(({ answers }) => !isCritical || answers === 'criticism')
    .map((template) => ({ title: template.title, text: replyText(template, profile) }))
    .filter(({ text }) => {
      const { findings } = inspect(
        { uri: 'file:///reply.txt', languageId: 'plaintext', text },
        profile,
        today,
        options,
      );
      return findings.every(({ severity }) => severity === 'info' || severity === 'hint');
    });
}
