import { address, type MailDraft, type MailKind } from './mail.js';

/** What Outlook puts below a reply: a signature, and the mail that is answered. */
const below = `<div id="Signature"><p>Luma Aesthetics<br>Thank you for being our patient!</p></div>
<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Jane Doe &lt;jane.doe@gmail.com&gt;<br><b>Sent:</b> Monday<br><b>To:</b> Luma<br><b>Subject:</b> My visit</div>
<div><p>Thank you for my Botox appointment last Tuesday. Jane</p></div>`;

const letter = `<html><head><style>p { margin: 0 }</style></head><body>
<p class="MsoNormal">Dear all,</p>
<p class="MsoNormal" style="color:#1F497D">Jane Doe &amp; her sister came in for&nbsp;Botox last week and she has let us show the <b>photos</b>.</p>
<p class="MsoNormal">Parking is behind the house&#8212;look for the blue door.</p>
</body></html>`;

const reply = `<div class="elementToProof">Hi Jane,</div>
<div class="elementToProof">Maria Lopez came in for the same Botox treatment last week. We&rsquo;re thrilled she loves it!</div>`;

/** Drafts as a clinic's marketing person might be writing them. */
export function fillMail(draft: MailDraft, kind: MailKind, copy: string): void {
  draft.kind = kind;
  draft.body = letter;
  draft.subject = 'Your Botox touch-up is due';
  draft.fields.To = [address('amy.f@gmail.com', 'Amy Frost'), address('bkline@yahoo.com')];
  if (kind === 'reply') {
    draft.subject = 'Re: Your visit';
    draft.fields.To = [address('jane.doe@gmail.com', 'Jane Doe')];
    draft.body = `${reply}\n${below}`;
  }
  if (kind === 'forward') {
    draft.subject = 'Fwd: Opening hours';
    draft.fields.To = [address('office@lumaaesthetics.example')];
    draft.body = `<p>Please answer this one.</p>\n${below}`;
  }
  if (kind === 'appointment') draft.fields.Cc = [address('carla@hotmail.com')];
  if (copy === 'clean') {
    draft.subject = 'Opening hours';
    draft.fields.To = [address('office@lumaaesthetics.example')];
    draft.fields.Cc = [];
    draft.body = '<p>We open at nine.</p>';
  }
  if (copy === 'text') {
    draft.type = 'text';
    draft.body =
      'Hi Jane,\r\n\r\nMaria Lopez came in for the same Botox treatment last week.\r\nShe loves it!\r\n\r\nOn Mon, Jane wrote:\r\n> Thank you for my Botox appointment.\r\n';
  }
  if (copy === 'unsafe') {
    draft.body =
      '<p>Hi.</p><p>&lt;img src=x onerror="parent.wasRun = true"&gt; Maria Lopez came in for Botox last week.</p><script>parent.wasRun = true</script>';
  }
}
