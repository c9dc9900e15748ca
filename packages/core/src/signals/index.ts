import type { Signals } from '../signal.js';
import { answerSignals } from './answer.js';
import { consentSignals } from './consent.js';
import { courtesySignals } from './courtesy.js';
import { disputeSignals } from './dispute.js';
import { fileNameSignals } from './file-names.js';
import { genericSignals } from './generic.js';
import { identifierSignals } from './identifiers/index.js';
import { imageSignals } from './images.js';
import { insinuationSignals } from './insinuation.js';
import { learnedSignals } from './learned/index.js';
import { liveCareSignals } from './live-care.js';
import { mailSignals } from './mail.js';
import { namedCareSignals } from './named-care.js';
import { outreachSignals } from './outreach.js';
import { particularSignals } from './particulars.js';
import { patientListSignals } from './patient-lists.js';
import { relationshipSignals } from './relationship.js';
import { relativeSignals } from './relatives.js';
import { releaseSignals } from './releases.js';
import { reviewSignals } from './reviews.js';
import { safeActSignals } from './safe-acts.js';
import { signedWordSignals } from './signed-words.js';
import { staffCueSignals, staffLifeSignals } from './staff-life.js';
import { storySignals } from './stories.js';
import { testimonialSignals } from './testimonials.js';
import { trackerSignals } from './tracker.js';
import { treatmentSignals } from './treatment.js';

/** Name to detector: the whole vocabulary that a rule may use. */
export const allSignals: Signals = {
  ...answerSignals,
  ...consentSignals,
  ...courtesySignals,
  ...disputeSignals,
  ...fileNameSignals,
  ...genericSignals,
  ...identifierSignals,
  ...imageSignals,
  ...insinuationSignals,
  ...liveCareSignals,
  ...learnedSignals,
  ...mailSignals,
  ...namedCareSignals,
  ...outreachSignals,
  ...particularSignals,
  ...patientListSignals,
  ...relationshipSignals,
  ...relativeSignals,
  ...releaseSignals,
  ...reviewSignals,
  ...signedWordSignals,
  ...safeActSignals,
  ...staffCueSignals,
  ...staffLifeSignals,
  ...storySignals,
  ...testimonialSignals,
  ...trackerSignals,
  ...treatmentSignals,
};
