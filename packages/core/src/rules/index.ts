import type { Rule } from '../rule.js';
import dmTreatmentDetail from './dm-treatment-detail.js';
import patientShoutout from './patient-shoutout.js';
import publicAppointmentTalk from './public-appointment-talk.js';
import publicCheckinOnPatient from './public-checkin-on-patient.js';
import publicThanksAfterVisit from './public-thanks-after-visit.js';
import replyApologizesForCare from './reply-apologizes-for-care.js';
import replyAtAll from './reply-at-all.js';
import replyBlamesReviewer from './reply-blames-reviewer.js';
import replyCitesRecords from './reply-cites-records.js';
import replyConfirmsPatient from './reply-confirms-patient.js';
import replyConfirmsTreatment from './reply-confirms-treatment.js';
import replyDefendsCare from './reply-defends-care.js';
import replyDiscussesBilling from './reply-discusses-billing.js';
import replyInvitesReturn from './reply-invites-return.js';
import replyNamesReviewer from './reply-names-reviewer.js';
import replyPrivacyBut from './reply-privacy-but.js';
import replyThanksForVisit from './reply-thanks-for-visit.js';
import replyThreatensReviewer from './reply-threatens-reviewer.js';
import tagOrMentionPatient from './tag-or-mention-patient.js';

/** All rules in order of precedence: where findings overlap, the worse wins, then the earlier rule. */
export const rules: readonly Rule[] = [
  replyDefendsCare,
  replyCitesRecords,
  replyDiscussesBilling,
  replyBlamesReviewer,
  replyConfirmsTreatment,
  replyConfirmsPatient,
  replyThanksForVisit,
  replyApologizesForCare,
  replyInvitesReturn,
  replyThreatensReviewer,
  replyNamesReviewer,
  replyPrivacyBut,
  publicThanksAfterVisit,
  publicCheckinOnPatient,
  publicAppointmentTalk,
  patientShoutout,
  tagOrMentionPatient,
  dmTreatmentDetail,
  replyAtAll,
];
