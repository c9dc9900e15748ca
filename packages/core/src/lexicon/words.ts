import type { TagName } from '../tag.js';

/** Other vocabulary, one entry a line, by the tag it gives. */
export const words: Readonly<Partial<Record<TagName, string>>> = {
  body: `abs
arm
ankle
back
belly
body
booty
breast
brow
bum
butt
cheek
cheekbone
chest
chin
complexion
ear
elbow
eye
eyebrow
eyelash
eyelid
face
foot
feet
forehead
gum
hair
hairline
hand
heel
hip
jaw
jawline
joint
knee
lash
leg
lid
lip
lower back
molar
mouth
muscle
neck
nose
pore
profile
pout
scalp
shin
shoulder
skin
smile
spine
stomach
teeth
temple
thigh
toe
tooth
tummy
under eye
waist
wrist`,
  relation: `client
customer
guest
member
patient
regular
vip`,
  relative: `aunt
auntie
baby
best friend
bestie
boyfriend
brother
brother in law
children
cousin
coworker
dad
daughter
daughter in law
ex
ex husband
ex wife
family
father
father in law
fiance
fiancé
fiancee
fiancée
friend
girlfriend
grandbaby
granddaughter
grandfather
grandkid
grandma
grandmother
grandpa
grandson
hubby
husband
kid
kiddo
mama
mom
mother
mother in law
mum
nephew
niece
parent
partner
roommate
sis
sister
sister in law
son
son in law
spouse
twin
uncle
wife`,
  role: `accountant
actor
actress
anchor
anchorwoman
architect
athlete
attorney
bachelorette
baker
banker
barber
barista
bartender
beauty queen
bride
bus driver
carpenter
cheerleader
chef
coach
congressman
congresswoman
cop
councilman
councilwoman
crossing guard
dancer
dental hygienist
deputy
dj
editor
electrician
engineer
farmer
fire chief
firefighter
flight attendant
gym owner
hairdresser
influencer
judge
kindergarten teacher
lawyer
librarian
mail carrier
marine
mayor
meteorologist
model
mother of the bride
musician
news anchor
nurse
officer
pastor
pharmacist
photographer
pilot
plumber
police officer
preacher
principal
professor
quarterback
radio host
rancher
realtor
real housewife
receptionist
reporter
school teacher
secretary
senator
server
sheriff
singer
soldier
stylist
superintendent
teacher
trucker
truck driver
veteran
waitress
weather girl
welder
yoga teacher`,
  day: `monday
tuesday
wednesday
thursday
friday
saturday
sunday
yesterday
today
tonight
this morning
this afternoon
this evening
this week
last week
last night
last month
last year
last summer
last spring
last fall
last winter
the other day
this weekend
earlier today
tomorrow
next week
next month`,
  month: `january
february
april
june
july
august
september
october
november
december
jan
feb
apr
aug
sept
oct
nov
dec`,
  platform: `google
yelp
facebook
instagram
tiktok
realself
healthgrades
zocdoc
nextdoor
tripadvisor
vitals
trustpilot
twitter
youtube`,
  speech: `review
feedback
kind word
kind words
sweet words
lovely words
comment
compliment
star
five stars
5 stars
note
post
message
recommendation
rating
testimonial
shout out
shoutout
mention
praise
suggestion
candor
honesty
input
words
remark
perspective
thoughts
question
honest words`,
  praise: `amazing
awesome
beautiful
best
excellent
fantastic
flawless
gorgeous
great
incredible
perfect
radiant
snatched
stunning
wonderful
unreal
fabulous
adorable
natural
fresh`,
  feeling: `anxious
comfortable
confident
disappointed
excited
frustrated
happy
hurt
nervous
obsessed
pleased
relaxed
relieved
sad
satisfied
scared
thrilled
unhappy
upset
uncomfortable
worried`,
};
