import type { Severity } from './channel.js';

/** A legal source that a rule rests on. */
export interface Authority {
  readonly id: string;
  readonly kind: 'statute' | 'regulation' | 'guidance' | 'case';
  /** How it is written: "45 CFR 164.502(a)". */
  readonly cite: string;
  /** What it says, one sentence. */
  readonly says: string;
  readonly url: string;
  /** 'us', 'us-ca', 'us-tx', 'us-wa', 'us-ftc', 'eu'. */
  readonly jurisdiction: string;
  /** ISO date on which we read it, there or as another source quotes it. */
  readonly read: string;
}

/** Citations and severities that a jurisdiction adds to rules: it never adds or repeats a rule. */
export interface Pack {
  /** Rule id to the authorities that this jurisdiction adds. */
  readonly law: Readonly<Record<string, readonly string[]>>;
  /** Rule id to the severity that this jurisdiction asks for at least, at every level. */
  readonly severity: Readonly<Record<string, Severity>>;
}

const read = '2026-11-24';
const us = { jurisdiction: 'us', read } as const;
const ecfr = 'https://www.ecfr.gov/current/title-45';

/** Every authority that a rule cites. Chaperone gives no legal advice: counsel decides what applies. */
export const authorities: readonly Authority[] = [
  {
    id: 'hipaa-definition',
    kind: 'regulation',
    cite: '45 CFR 160.103',
    says: 'Health information is individually identifiable when it relates to a condition, to care or to payment for care, and identifies the person or could reasonably be used to.',
    url: `${ecfr}/section-160.103`,
    ...us,
  },
  {
    id: 'hipaa-disclosure',
    kind: 'regulation',
    cite: '45 CFR 164.502(a)',
    says: 'A covered entity may not use or disclose protected health information except as permitted; that somebody is a patient is such information.',
    url: `${ecfr}/section-164.502`,
    ...us,
  },
  {
    id: 'hipaa-marketing',
    kind: 'regulation',
    cite: '45 CFR 164.501',
    says: 'A message that describes the practice’s own services is not marketing unless somebody else pays for it.',
    url: `${ecfr}/section-164.501`,
    ...us,
  },
  {
    id: 'hipaa-authorization',
    kind: 'regulation',
    cite: '45 CFR 164.508(a)(3)',
    says: 'Using or disclosing health information for marketing takes the person’s written authorization.',
    url: `${ecfr}/section-164.508`,
    ...us,
  },
  {
    id: 'hipaa-authorization-elements',
    kind: 'regulation',
    cite: '45 CFR 164.508(c)(1)-(2)',
    says: 'An authorization says what is disclosed, by whom, to whom, why and until when, is signed and dated, and tells of the right to revoke it, of redisclosure, and whether care depends on signing.',
    url: `${ecfr}/section-164.508`,
    ...us,
  },
  {
    id: 'safe-harbor',
    kind: 'regulation',
    cite: '45 CFR 164.514(b)(2)(i)',
    says: 'Eighteen kinds of identifiers must be gone before information counts as anonymous: names, places smaller than a state, dates but the year, ages over 89, contacts, numbers, faces and any other unique mark, of the person and of relatives, employers and household members.',
    url: `${ecfr}/section-164.514`,
    ...us,
  },
  {
    id: 'hipaa-actual-knowledge',
    kind: 'regulation',
    cite: '45 CFR 164.514(b)(2)(ii)',
    says: 'Information is not anonymous when the practice knows that what remains could identify the person.',
    url: `${ecfr}/section-164.514`,
    ...us,
  },
  {
    id: 'hipaa-training',
    kind: 'regulation',
    cite: '45 CFR 164.530(b)',
    says: 'A covered entity trains its workforce in its privacy policies.',
    url: `${ecfr}/section-164.530`,
    ...us,
  },
  {
    id: 'hipaa-safeguards',
    kind: 'regulation',
    cite: '45 CFR 164.530(c)',
    says: 'A covered entity keeps reasonable administrative, technical and physical safeguards for health information.',
    url: `${ecfr}/section-164.530`,
    ...us,
  },
  {
    id: 'hipaa-penalties',
    kind: 'regulation',
    cite: '45 CFR 160.404, amounts of January 28, 2026',
    says: 'Civil penalties run from $145 to $73,011 per violation where the practice did not know, and up to $2,190,294 for willful neglect that is not corrected (2026 amounts).',
    url: 'https://www.paubox.com/blog/hhs-updates-hipaa-penalty-amounts-to-reflect-inflation-adjustment',
    ...us,
  },
  {
    id: 'own-disclosure',
    kind: 'guidance',
    cite: 'American Medical Association, on replies to online reviews',
    says: 'A practice may not confirm a patient’s information even where the patient has already made it public.',
    url: 'https://www.ama-assn.org/practice-management/sustainability/are-physicians-prohibited-responding-online-patient-reviews',
    ...us,
  },
  {
    id: 'counsel-ignore',
    kind: 'guidance',
    cite: 'Holland & Hart, Responding to Negative Internet Reviews',
    says: 'The first advice is not to answer: whatever identifies the reviewer as a patient likely breaks the privacy rule.',
    url: 'https://hollandhart.com/responding-to-negative-internet-reviews-beware-hipaa',
    ...us,
  },
  {
    id: 'ocr-tracking',
    kind: 'guidance',
    cite: 'HHS bulletin on online tracking technologies (2022, revised 2024)',
    says: 'Trackers on pages where patients sign in, book or see results may send health information to their makers.',
    url: 'https://www.quarles.com/newsroom/publications/hhs-ocr-withdraws-tracking-technologies-appeal-in-aha-v-becerra',
    ...us,
  },
  {
    id: 'aha-becerra',
    kind: 'case',
    cite: 'American Hospital Association v. Becerra, No. 4:23-cv-1110 (N.D. Tex. June 20, 2024)',
    says: 'The court set the tracking bulletin aside for general health pages that need no sign-in; the rest stands.',
    url: 'https://privacylaw.proskauer.com/2024/09/articles/hipaa-1/hhs-ocr-withdraws-appeal-following-unlawful-declaration-of-online-tracking-technologies-bulletin/',
    ...us,
  },
  {
    id: 'google-reviews',
    kind: 'guidance',
    cite: 'Google review policy',
    says: 'No reward for a review of any kind, and no asking of happy customers only.',
    url: 'https://www.applausehq.com/blog/googles-rules-for-incentivizing-reviews',
    ...us,
  },
  {
    id: 'crfa',
    kind: 'statute',
    cite: 'Consumer Review Fairness Act, 15 USC 45b',
    says: 'A form contract may not forbid or punish honest reviews or take over their copyright.',
    url: 'https://www.law.cornell.edu/uscode/text/15/45b',
    ...us,
  },
  {
    id: 'ftc-fake-reviews',
    kind: 'regulation',
    cite: '16 CFR 465.2',
    says: 'Reviews and testimonials by people who do not exist or were not customers are forbidden.',
    url: 'https://govinfo.gov/content/pkg/FR-2024-08-22/html/2024-18519.htm',
    ...us,
  },
  {
    id: 'ftc-incentives',
    kind: 'regulation',
    cite: '16 CFR 465.4',
    says: 'No reward may depend, in words or by implication, on what a review says.',
    url: 'https://govinfo.gov/content/pkg/FR-2024-08-22/html/2024-18519.htm',
    ...us,
  },
  {
    id: 'ftc-insider',
    kind: 'regulation',
    cite: '16 CFR 465.5',
    says: 'Reviews by officers, staff, their relatives or agents must say so plainly.',
    url: 'https://govinfo.gov/content/pkg/FR-2024-08-22/html/2024-18519.htm',
    ...us,
  },
  {
    id: 'ftc-suppression',
    kind: 'regulation',
    cite: '16 CFR 465.7',
    says: 'Reviews may not be suppressed by threats, and some may not be shown as all; the warning letters of December 2025 name $53,088 per violation.',
    url: 'https://www.mondaq.com/unitedstates/advertising-marketing-branding/1726220/ftc-warns-companies-of-potential-violations-of-the-consumer-review-rule',
    ...us,
  },
  {
    id: 'ftc-reviews',
    kind: 'regulation',
    cite: '16 CFR part 465',
    says: 'Since October 21, 2024 reviews and testimonials must be genuine, and those of insiders disclosed.',
    url: 'https://govinfo.gov/content/pkg/FR-2024-08-22/html/2024-18519.htm',
    ...us,
  },
  {
    id: 'ftc-endorsements',
    kind: 'guidance',
    cite: 'Endorsement Guides, 16 CFR part 255',
    says: 'Ties between endorser and seller must be disclosed, and reviews may not be gathered so that they distort.',
    url: 'https://www.manatt.com/insights/newsletters/advertising-law/an-in-depth-look-at-the-ftcs-updates-to-the-endor',
    ...us,
  },
  {
    id: 'case-ucla',
    kind: 'case',
    cite: 'UCLA Health System (2011, $865,500)',
    says: 'Staff looked at the charts of celebrities.',
    url: 'https://www.propublica.org/article/ucla-health-system-pays-865000-to-settle-celebrity-privacy-allegations',
    ...us,
  },
  {
    id: 'case-shasta',
    kind: 'case',
    cite: 'Shasta Regional Medical Center (2013, $275,000)',
    says: 'Executives answered a critical story with facts from the patient’s chart.',
    url: 'https://hollandhart.com/responding-to-negative-internet-reviews-beware-hipaa',
    ...us,
  },
  {
    id: 'case-complete-pt',
    kind: 'case',
    cite: 'Complete P.T., Pool & Land Physical Therapy (2016, $25,000)',
    says: 'The website showed testimonials with full names and faces and no authorization.',
    url: 'https://www.databreaches.net/los-angeles-physical-therapy-provider-settles-hhs-charges-that-it-impermissibly-disclosed-patient-information/',
    ...us,
  },
  {
    id: 'case-memorial-hermann',
    kind: 'case',
    cite: 'Memorial Hermann Health System (2017, $2.4 million)',
    says: 'One patient’s name stood in the title of a press release, though it had been in the news before.',
    url: 'https://www.saul.com/publications/alerts/inappropriate-disclosure-single-patient-name-results-24-million-hipaa-settlement',
    ...us,
  },
  {
    id: 'case-stillwell',
    kind: 'case',
    cite: 'Stillwell v. Lopez (Fresno jury, 2017, $18,000)',
    says: 'The patient had agreed to the pictures; her name went online with them, and a search for it found them.',
    url: 'https://chauplasticsurgery.com/photos-spark-lawsuit/',
    ...us,
  },
  {
    id: 'case-allergy-associates',
    kind: 'case',
    cite: 'Allergy Associates of Hartford (2018, $125,000)',
    says: 'A doctor answered a reporter about a patient’s complaint.',
    url: 'https://www.law.com/ctlawtribune/2018/11/29/connecticut-medical-practice-to-pay-125000-for-disclosing-patient-info-to-reporter/',
    ...us,
  },
  {
    id: 'case-elite',
    kind: 'case',
    cite: 'Elite Dental Associates, Dallas (2019, $10,000)',
    says: 'Replies on Yelp gave a last name, a treatment plan, insurance and cost.',
    url: 'https://www.einpresswire.com/article/498119931/dental-practice-pays-10-000-to-settle-social-media-disclosures-of-patients-protected-health-information',
    ...us,
  },
  {
    id: 'case-igbinadolor',
    kind: 'case',
    cite: 'Dr. U. Phillip Igbinadolor, DMD (2022, $50,000)',
    says: 'A reply on Google named the reviewer and told of visits, pain and insurance.',
    url: 'https://www.workplaceprivacyreport.com/2022/03/articles/hipaa/get-a-life-another-dentist-responds-to-patients-online-review-this-time-faces-a-50000-ocr-penalty/',
    ...us,
  },
  {
    id: 'case-nvd',
    kind: 'case',
    cite: 'New Vision Dental (2022, $23,000)',
    says: 'Replies on Yelp used real names for monikers and told of visits, treatment and insurance.',
    url: 'https://www.hhs.gov/about/news/2022/12/14/hhs-civil-rights-office-enters-settlement-with-dental-practice-over-disclosures-of-patients-protected-health-information.html',
    ...us,
  },
  {
    id: 'case-manasa',
    kind: 'case',
    cite: 'Manasa Health Center (2023, $30,000)',
    says: 'Four replies on Google gave a diagnosis or a treatment.',
    url: 'https://nixonpeabody.com/insights/articles/2023/07/13/hipaa-regulated-entities-must-use-caution-responding-to-online-reviews',
    ...us,
  },
  {
    id: 'case-grawe',
    kind: 'case',
    cite: 'Dr. Katharine Roxanne Grawe, Ohio medical board (2023)',
    says: 'The board took the license of a surgeon who streamed operations live.',
    url: 'https://beckershospitalreview.com/legal-regulatory-issues/ohio-medical-board-pulls-physicians-license-after-tiktok-livestreams.html',
    ...us,
  },
  {
    id: 'case-allure',
    kind: 'case',
    cite: 'Washington v. Alderwood Surgical Center (Allure Esthetic) (W.D. Wash. 2024, $5 million)',
    says: 'Patients had to sign away reviews and privacy before care; reviews were bought away and invented.',
    url: 'https://e.casetext.com/case/washington-v-alderwood-surgical-ctr-7',
    ...us,
  },
  {
    id: 'case-cadia',
    kind: 'case',
    cite: 'Cadia Healthcare (2025, $182,000)',
    says: 'Success stories of 150 patients were posted with name, photo, condition and treatment and no valid authorization.',
    url: 'https://www.pubt.io/view/7C4DB3F91663D0639119C5C0A9A1860DD44DB84C',
    ...us,
  },
  {
    id: 'case-freckles',
    kind: 'case',
    cite: 'Suit over surgery photos known by freckles',
    says: 'The face was cropped; freckles told friends whose body it was, and the patient had crossed out the website clause.',
    url: 'https://hafiflegal.com/?p=4507',
    ...us,
  },
  {
    id: 'case-tattoos',
    kind: 'case',
    cite: 'Suit over surgery photos known by tattoos',
    says: 'Tattoos in the pictures told who the patient was.',
    url: 'https://hafiflegal.com/?p=4796',
    ...us,
  },
  {
    id: 'case-crozer',
    kind: 'case',
    cite: 'Crozer-Keystone Health System (2016)',
    says: 'A message showed about 900 bariatric patients each other’s addresses.',
    url: 'http://www.acainc.com/group-emails-and-hipaa-is-it-a-violation/',
    ...us,
  },
  {
    id: 'case-goodrx',
    kind: 'case',
    cite: 'GoodRx (FTC, 2023, $1.5 million)',
    says: 'Lists of customers by medication went to an ad platform.',
    url: 'https://calawyers.org/privacy-law/ftc-enforcement-action-against-goodrx-and-betterhelp/',
    ...us,
  },
  {
    id: 'case-betterhelp',
    kind: 'case',
    cite: 'BetterHelp (FTC, 2023, $7.8 million)',
    says: 'Hashed e-mail addresses of all clients went to ad platforms.',
    url: 'https://arnoldporter.com/en/perspectives/blogs/enforcement-edge/2023/03/ftc-announces-betterhelp-fine',
    ...us,
  },
  {
    id: 'ca-cmia-disclosure',
    kind: 'statute',
    cite: 'California Civil Code 56.10 (CMIA)',
    says: 'A provider may not disclose medical information without the patient’s authorization.',
    url: 'http://www.laws9.com/statutes/california/civ/56.10-56.16',
    jurisdiction: 'us-ca',
    read,
  },
  {
    id: 'ca-cmia-damages',
    kind: 'statute',
    cite: 'California Civil Code 56.36 (CMIA)',
    says: 'The patient may claim $1,000 in nominal damages without proof of harm, beside civil penalties.',
    url: 'http://law.onecle.com/california/civil/56.36.html',
    jurisdiction: 'us-ca',
    read,
  },
  {
    id: 'ca-bpc-651',
    kind: 'statute',
    cite: 'California Business and Professions Code 651',
    says: 'A picture of results must be of a real result or say that it shows a model, and before-and-after pictures carry a required statement.',
    url: 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?sectionNum=651.&lawCode=BPC',
    jurisdiction: 'us-ca',
    read,
  },
  {
    id: 'tx-marketing',
    kind: 'statute',
    cite: 'Texas Health and Safety Code 181.152 (HB 300)',
    says: 'Any marketing use of health information takes clear and unambiguous permission in writing or electronically, and binds agencies and website operators too.',
    url: 'https://codes.findlaw.com/tx/health-and-safety-code/health-safety-sect-181-152/',
    jurisdiction: 'us-tx',
    read,
  },
  {
    id: 'tx-covered',
    kind: 'guidance',
    cite: 'Texas Health and Safety Code chapter 181 (HB 300), overview',
    says: 'In Texas everyone who handles health information is covered, agencies and website operators included, and staff are trained within 90 days.',
    url: 'https://www.accountablehq.com/post/texas-hb-300-texas-medical-privacy-act-explained-requirements-training-and-penalties',
    jurisdiction: 'us-tx',
    read,
  },
  {
    id: 'wa-mhmda',
    kind: 'statute',
    cite: 'Washington My Health My Data Act, RCW 19.373.030',
    says: 'Sharing consumer health data takes a separate consent, and consumers may sue.',
    url: 'https://self-law.org/code/wa/title-19/chapter-19-373/19-373-030',
    jurisdiction: 'us-wa',
    read,
  },
  {
    id: 'gdpr-9',
    kind: 'regulation',
    cite: 'GDPR and UK GDPR, article 9',
    says: 'Publishing health data, result photos included, takes explicit consent that can be withdrawn.',
    url: 'https://aestheti.cc/blog/gdpr-compliance-guide',
    jurisdiction: 'eu',
    read,
  },
  {
    id: 'case-dean-street',
    kind: 'case',
    cite: '56 Dean Street (UK ICO, 2016, GBP 180,000)',
    says: 'A newsletter showed 781 recipients to each other in To; 730 addresses held full names.',
    url: 'https://www.wired.co.uk/article/56-dean-street-fine-data-protection-hiv',
    jurisdiction: 'eu',
    read,
  },
  {
    id: 'case-hiv-scotland',
    kind: 'case',
    cite: 'HIV Scotland (UK ICO, 2021, GBP 10,000)',
    says: 'A message showed 105 recipients to each other, 65 of them by name.',
    url: 'https://gdprhub.eu/index.php?title=ICO_(UK)_-_HIV_Scotland',
    jurisdiction: 'eu',
    read,
  },
];

const named = [
  'name-with-treatment',
  'case-story-identifiable',
  'testimonial-without-authorization',
  'repost-review-as-marketing',
  'relative-or-employer-identifies',
  'celebrity-client',
  'tag-or-mention-patient',
  'patient-shoutout',
  'public-thanks-after-visit',
];
const pictures = [
  'before-after-without-authorization',
  'distinctive-feature',
  'image-metadata-identifies',
  'live-or-behind-the-scenes',
];
const consents = ['weak-consent-claim', 'authorization-incomplete', 'waiver-by-posting'];
const lists = [
  'list-basis-reveals-care',
  'merge-field-treatment',
  'cc-patient-list',
  'patient-list-leak',
  'tracker-on-patient-page',
];
const replies = [
  'reply-confirms-patient',
  'reply-confirms-treatment',
  'reply-thanks-for-visit',
  'reply-invites-return',
  'reply-apologizes-for-care',
  'reply-defends-care',
  'reply-cites-records',
  'reply-discusses-billing',
  'reply-blames-reviewer',
];

/** What each jurisdiction adds, by the name it has in a profile. Federal law ('us') is in the rules themselves. */
export const packs: Readonly<Record<string, Pack>> = {
  'us-ca': {
    law: {
      ...each([...replies, ...named], ['ca-cmia-disclosure', 'ca-cmia-damages']),
      ...each(pictures, ['ca-bpc-651', 'ca-cmia-disclosure']),
      ...each(consents, ['ca-cmia-disclosure']),
    },
    severity: { 'before-after-without-authorization': 'warning' },
  },
  'us-tx': {
    law: {
      ...each([...named, ...pictures, ...consents], ['tx-marketing']),
      ...each(lists, ['tx-marketing', 'tx-covered']),
      ...each(replies, ['tx-covered']),
    },
    severity: { 'list-basis-reveals-care': 'warning' },
  },
  'us-wa': {
    law: each([...lists, ...named], ['wa-mhmda']),
    severity: { 'tracker-on-patient-page': 'warning', 'review-suppression': 'warning' },
  },
  'us-ftc': {
    law: {
      'review-gating': ['ftc-endorsements', 'ftc-suppression'],
      'incentivized-review': ['ftc-incentives'],
      'review-suppression': ['ftc-suppression', 'crfa'],
      'insider-review': ['ftc-insider', 'ftc-fake-reviews'],
      'staff-as-patient': ['ftc-endorsements'],
      'reply-threatens-reviewer': ['ftc-suppression', 'crfa'],
    },
    severity: {
      'review-gating': 'warning',
      'incentivized-review': 'warning',
      'review-suppression': 'warning',
      'insider-review': 'warning',
    },
  },
  eu: {
    law: {
      ...each([...named, ...pictures, ...consents], ['gdpr-9']),
      'cc-patient-list': ['gdpr-9', 'case-dean-street', 'case-hiv-scotland'],
    },
    severity: {
      'before-after-without-authorization': 'error',
      'case-story-identifiable': 'warning',
    },
  },
};

function each(rules: readonly string[], law: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(rules.map((rule) => [rule, law]));
}

const byId = new Map(authorities.map((authority) => [authority.id, authority]));

/** The authorities of a rule where the practice is: the rule's own first, then what its jurisdictions add. */
export function lawOf(
  rule: { readonly id: string; readonly law: readonly string[] },
  jurisdictions: readonly string[] = ['us'],
): readonly Authority[] {
  const added = jurisdictions.flatMap((name) =>
    Object.hasOwn(packs, name) ? (packs[name]?.law[rule.id] ?? []) : [],
  );
  return [...new Set([...rule.law, ...added])].flatMap((id) => byId.get(id) ?? []);
}

/** The severity that the jurisdictions ask for at least; undefined when they ask for none. */
export function leastSeverity(
  rule: string,
  jurisdictions: readonly string[],
): Severity | undefined {
  const asked = jurisdictions.flatMap((name) =>
    Object.hasOwn(packs, name) ? (packs[name]?.severity[rule] ?? []) : [],
  );
  return asked.includes('error') ? 'error' : asked[0];
}
