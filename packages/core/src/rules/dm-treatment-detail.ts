import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'dm-treatment-detail',
  title: 'A message on an unsecured channel holds treatment detail',
  law: ['hipaa-safeguards'],
  why: 'Texts and direct messages light up lock screens and shared phones, and the platform is not bound by your privacy duties. Care detail belongs in a call or a secure portal.',
  severity: { 'direct-message': 'warning', 'internal-draft': 'info' },
  when: [
    { within: 'sentence', all: ['message-detail'], mark: 'message-detail' },
    {
      within: 'sentence',
      all: ['learned-message'],
      mark: 'learned-message',
      message: 'Whoever sees the phone may take this to mean that somebody is in care here.',
    },
  ],
  message: 'Anyone who sees the phone learns about this person’s care.',
  fixes: [
    {
      title: 'Move it to a call or the portal',
      replace: 'sentence',
      with: 'Please call us[ at {phone}] or use the secure portal link.',
    },
    removeSentence,
  ],
  examples: {
    violating: [
      "Hi Jess, thanks «for your filler visit» Tuesday, how's «the swelling»?",
      'Send us a photo of «the rash on your chest» and Dr. Patel will look.',
      'Since «you take» Accutane we have to push back «your laser».',
      '«Botox reminder»: «40 units» tomorrow at 2 with Kelly.',
    ],
    clean: [
      'Thanks for reaching out! Please call (555) 010-0142 so we can help.',
      'You have an appointment tomorrow at 2:00. Reply C to confirm.',
      "We'd rather not discuss health details here. Our secure portal is at portal.lumaaesthetics.example.",
      'Botox is priced per unit, and the current price is on our site.',
      'Our hours are 9 to 6, Monday to Saturday.',
      "Your form was received. We'll call you back today.",
    ],
  },
});
