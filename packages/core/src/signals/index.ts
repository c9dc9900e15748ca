import type { Signals } from '../signal.js';
import { answerSignals } from './answer.js';
import { courtesySignals } from './courtesy.js';
import { disputeSignals } from './dispute.js';
import { outreachSignals } from './outreach.js';
import { relationshipSignals } from './relationship.js';
import { safeActSignals } from './safe-acts.js';
import { treatmentSignals } from './treatment.js';

const none = { describes: 'The learned signal has nothing to say', find: () => [] };

/** Name to detector: the whole vocabulary that a rule may use. */
export const allSignals: Signals = {
  ...answerSignals,
  ...courtesySignals,
  ...disputeSignals,
  ...outreachSignals,
  ...relationshipSignals,
  ...safeActSignals,
  ...treatmentSignals,
  'learned-defense': none,
  'learned-records': none,
  'learned-billing': none,
  'learned-blame': none,
  'learned-treatment': none,
  'learned-patient': none,
  'learned-visit': none,
  'learned-apology': none,
  'learned-return': none,
};
