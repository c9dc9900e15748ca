import type { Rule } from '../rule.js';
import ageOver89 from './age-over-89.js';
import authorizationIncomplete from './authorization-incomplete.js';
import beforeAfterWithoutAuthorization from './before-after-without-authorization.js';
import caseStoryIdentifiable from './case-story-identifiable.js';
import ccPatientList from './cc-patient-list.js';
import celebrityClient from './celebrity-client.js';
import contactIdentifier from './contact-identifier.js';
import coyInsinuation from './coy-insinuation.js';
import distinctiveFeature from './distinctive-feature.js';
import dmTreatmentDetail from './dm-treatment-detail.js';
import exactDateOfService from './exact-date-of-service.js';
import imageMetadataIdentifies from './image-metadata-identifies.js';
import incentivizedReview from './incentivized-review.js';
import insiderReview from './insider-review.js';
import internalNoteLeak from './internal-note-leak.js';
import listBasisRevealsCare from './list-basis-reveals-care.js';
import liveOrBehindTheScenes from './live-or-behind-the-scenes.js';
import mergeFieldTreatment from './merge-field-treatment.js';
import nameWithTreatment from './name-with-treatment.js';
import patientListLeak from './patient-list-leak.js';
import patientShoutout from './patient-shoutout.js';
import publicAppointmentTalk from './public-appointment-talk.js';
import publicCheckinOnPatient from './public-checkin-on-patient.js';
import publicThanksAfterVisit from './public-thanks-after-visit.js';
import recordOrAccountNumber from './record-or-account-number.js';
import relativeOrEmployerIdentifies from './relative-or-employer-identifies.js';
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
import repostReviewAsMarketing from './repost-review-as-marketing.js';
import reviewGating from './review-gating.js';
import reviewRequestRevealsCare from './review-request-reveals-care.js';
import reviewSuppression from './review-suppression.js';
import smallGeography from './small-geography.js';
import staffAsPatient from './staff-as-patient.js';
import staffDayStory from './staff-day-story.js';
import subjectLineRevealsCare from './subject-line-reveals-care.js';
import tagOrMentionPatient from './tag-or-mention-patient.js';
import testimonialWithoutAuthorization from './testimonial-without-authorization.js';
import trackerOnPatientPage from './tracker-on-patient-page.js';
import waiverByPosting from './waiver-by-posting.js';
import weakConsentClaim from './weak-consent-claim.js';

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
  recordOrAccountNumber,
  contactIdentifier,
  patientListLeak,
  internalNoteLeak,
  nameWithTreatment,
  relativeOrEmployerIdentifies,
  celebrityClient,
  testimonialWithoutAuthorization,
  repostReviewAsMarketing,
  publicThanksAfterVisit,
  publicCheckinOnPatient,
  publicAppointmentTalk,
  patientShoutout,
  tagOrMentionPatient,
  beforeAfterWithoutAuthorization,
  imageMetadataIdentifies,
  ageOver89,
  caseStoryIdentifiable,
  exactDateOfService,
  smallGeography,
  distinctiveFeature,
  liveOrBehindTheScenes,
  staffDayStory,
  coyInsinuation,
  staffAsPatient,
  ccPatientList,
  dmTreatmentDetail,
  subjectLineRevealsCare,
  mergeFieldTreatment,
  listBasisRevealsCare,
  authorizationIncomplete,
  waiverByPosting,
  weakConsentClaim,
  reviewRequestRevealsCare,
  reviewGating,
  incentivizedReview,
  reviewSuppression,
  insiderReview,
  trackerOnPatientPage,
  replyAtAll,
];
