const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Titles of the people spoken of as patients. */
export const honorifics = set(
  'mr mrs ms miss mx mister missus señor señora señorita sr sra srta don doña madame monsieur mme herr frau sir lady',
);
/** Family and church titles that people carry before a name. */
export const kinTitles = set(
  'auntie aunt uncle grandma grandpa granny nana nonna nonno abuela abuelo abuelita tía tío tia tio papa mama mami mimi papi deacon sister brother father mother sgt sergeant officer deputy captain lieutenant colonel major private coach pastor reverend rev rabbi judge mayor senator principal professor little big baby lil ol old young sweet miss queen king',
);
/** Those of them that a writer gives to relatives of their own. */
export const ownKinTitles = set('uncle aunt auntie grandma grandpa granny nana');
/** Titles of those who treat. */
export const careTitles = set(
  'dr doctor doc nurse rn np pa lpn crna prof provider injector esthetician aesthetician practitioner hygienist dentist orthodontist surgeon dermatologist physician midwife doula embryologist radiologist anesthesiologist optometrist ophthalmologist gynecologist pediatrician psychologist psychiatrist therapist counselor acupuncturist chiropractor phlebotomist sonographer dietitian nutritionist pharmacist technician tech nurses injectors estheticians aestheticians providers hygienists surgeons physicians therapists technicians counselors pas nps dermatologists dentists ombudsman',
);
/** Work at a practice that may stand before or after a name. */
export const workTitles = set(
  'officer managers receptionists coordinators assistants counselors operators instructor instructors recepcionista gerente enfermera outreach facilities neighbor greeter landlord handyman technologist esthetics manager receptionist coordinator director owner owners founder cofounder administrator concierge assistant biller billing scheduler advocate navigator bookkeeper trainer consultant specialist liaison supervisor lead head chief president partner associate intern volunteer greeter desk front office manager compliance rep spokesperson editor author architect photographer designer contractor landlord janitor custodian guard translator interpreter marketing relations team staff crew communications correspondence inquiries hire newcomer gal',
);
/** Letters after a name that say that somebody works in care. */
export const credentials = set(
  'rn np lpn md do dds dmd pa pa-c pac le cma phd aprn dnp fnp fnp-c fnp-bc crna rd rdn bsn msn facs faad faaos dc dpm dvm od dpt pt ot lmt lcsw lpc lmft mba ma cans arnp ccc-slp aud esq rdh cda cpc',
);

export const greetings = set(
  'hi hello hey hiya heya howdy dear hola aloha yo ciao buenas bonjour oh ok okay girl well look listen welcome cheers bravo congrats congratulations kudos happy sup ahoy mahalo',
);
export const thanks = set('thanks thank appreciate gracias mahalo merci grazie danke ty bless');
/** Words between a greeting or thanks and the name. */
export const thanksFillers = set(
  'you so much again all a lot very kindly ton bunch million there back for your out to and sweet dear the our lovely birthday anniversary mother father day luck morning afternoon evening friday monday to oh my most sincerely both too big huge little',
);
/** What closes a letter: a name after it is the writer's. */
export const closers = set(
  'sincerely warmly regards best cheers respectfully yours cordially gratefully blessings hugs xo xoxo love signed yrs truly warmest fondly thanks',
);

/** Verbs of what people do that work here. */
export const serviceVerbs = set(
  'offers offer performs perform injects treats uses leads teaches trained trains answers explains recommends places joined joins specializes runs handles covers speaks studied wrote writes reviewed books mixes makes keeps knows maps pours works worked signs manages reads reaches prefers printed prints drew made built fixed called calls checks checked ordered orders posted posts put puts owns opened opens picks picked painted swears cries cried blushed beams grinned laughed jokes promises says asked asks insists claims calls hung brings brought baked bakes taught has had hosts hears heard loves wants feels felt thinks did does just will would can could is was needs deserves takes took gives gave sends sent sees saw adds added replied sat walked read worries appreciates thanks says',
);
/** Verbs of care whose object is somebody who gets it. */
export const caringVerbs = set(
  'treating treated pampering pampered injecting injected spoiling numbing tattooing',
);
/** Verbs that pass praise or blame on: what follows is staff. */
export const passOnVerbs = set(
  'tell told telling ask asked asking let share shared sharing pass passed passing show showed showing call text email contact meet reach see with by about from for to at via per of',
);
/** Verbs of what people do that come for care. */
export const receivingVerbs = set(
  'came comes tried tries got gets lost dropped left chose finished started trusted wanted rocked crushed went drove flew booked hated hid healed returned rang beat lay danced completed earned waited never still looks looked walked survived glowed graduated celebrated turned',
);

/** What stands before a name that tells whose name it is. */
export const personNouns = set(
  'patient client guest member customer bride groom husband wife daughter son mom mother dad father brother sister friend girlfriend boyfriend fiancé fiancée aunt uncle cousin niece nephew grandmother grandfather twin twins kid kids baby bestie girl guy lady man woman named name called pictured starring featuring feat reviewer user subject resident employee cardholder holder applicant beneficiary insured spouse guardian',
);
/** Nouns after a name that make it the name of a place or a firm. */
export const firmNouns = set(
  'hospice dialysis street st avenue ave road rd boulevard blvd lane ln drive dr court ct way place plaza square parkway pkwy highway hwy county city town village hills heights park beach lake river island valley clinic spa medspa hospital university college school academy center centre medical aesthetics aesthetic dermatology dental dentistry orthodontics surgery surgeons plastics institute inc llc ltd corp company co group partners foundation association society church bank hotel restaurant cafe bar club gym salon studio pharmacy labs lab laboratories health healthcare wellness medicine physio chiropractic pediatrics eye vision skin hair isd high elementary middle building tower mall market store shop brewery bakery bistro grill theater museum library stadium arena conference summit award awards prize scholarship act law bill method technique peel procedure sign syndrome disease score scale lift incision flap test stage magazine journal times post news press media records radio show festival orchestra band airlines motors systems solutions technologies industries cosmetics pharma pharmaceuticals bowl bridge lane station terminal stand day week',
);
export const timeWords = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday',
);
/** Particles inside names. */
export const particles = set(
  'de la del las los van der den von zu bin ibn al el da das dos di du des le st san santa ter ten y e af',
);
/** Words with a capital that never belong to a name. */
export const never = set(
  "ha haha hah ah ahh ahhh aw aww awww oh ohh ooh oooh hmm um uh wow yay yikes oops ugh phew eek eh hey nah yeah yep yup nope amen boo i i'm we you he she it they me us our your my his her their its this that these those the a an and or but so if when while as at by for from in into of on to up with without no not yes ok okay what who whom whose which why how where there here please all any each every some most more many much few several one two three four five six seven eight nine ten first second third last next new old am pm madam sir is are was were be been being do does did done have has had will would can could shall should may might must let get got go come came see just only also too very really ever never always often still even again then than now today tonight tomorrow yesterday because since before after during until about over under between through dear hi hello hey thanks thank welcome congrats congratulations sorry happy merry love loved loving best good great lovely nice wow omg lol mr mrs ms dr google yelp facebook instagram tiktok realself youtube twitter pinterest linkedin apple microsoft amazon kroger walmart target starbucks hipaa fda cdc nad iv prp co2 bbl ipl led seo faq usa uk eu us tv id dob ssn mrn npi dea zip reviewer neighbor neighbors friend friends guest team everyone everybody folks guys ladies beautiful gorgeous internet stranger phone email fax address date name patient subject re fw fwd cc bcc from ps p.s ii iii vi vii viii ix xi xii santa sig specialist aura mac mri ct ekg ecg eeg pet xray electrocardiogram echocardiogram subjective objective assessment plan diagnosis medication procedure provider thanksgiving hanukkah chanukah christmas xmas halloween juneteenth kwanzaa diwali ramadan eid passover purim galentine galentines valentines medicare medicaid warmly gently gratefully respectfully sincerely advocate liaison",
);
/** Brands and firms whose names are people's. */
export const namesakes: ReadonlySet<string> = new Set(
  'jane iredale,dennis gross,morgan stanley,estee lauder,estée lauder,tom ford,peter roth,bobbi brown,charlotte tilbury,mary kay,elizabeth arden,johnson johnson,helena rubinstein,max factor,jan marini,laura mercier,calvin klein,ralph lauren,vera wang,charles schwab,wells fargo,kate spade,michael kors,hugo boss,tommy hilfiger,tiffany co,trader joe,whole foods,ben jerry,dave buster,kate somerville,paula choice,sunday riley,tata harper,barbara sturm,marc jacobs,ollie henry'.split(
    ',',
  ),
);
/** Nouns that end the name of a disease or of an examination. */
export const medicalEnds = set(
  'disorder fibrillation erythematosus disease syndrome brain head chest spine abdomen pelvis scan infarction failure mellitus arthritis hypertension migraine reflux anemia',
);
/** What streets are called, here and elsewhere: no part of anybody's name. */
export const streetWords = set(
  'street avenue road boulevard lane drive rue rua strasse straße calle avenida avenue platz allee via apt suite unit postbox ul ulica plaza square terrace crescent turnpike coves radial extensions',
);
/** Verbs of people in running text. */
export const tellingVerbs = set(
  'lives lived shouted explained listed spent employs moved wrote spoke stated reported replied answered recalls recalled admits admitted lives',
);
