import type { TagName } from '../tag.js';

/** Other vocabulary, one entry a line, by the tag it gives. */
export const words: Readonly<Partial<Record<TagName, string>>> = {
  body: `abs
ankle
arm
armpit
back
belly
bikini line
body
booty
breast
brow
bum
butt
calf
calves
cheek
cheekbone
cheekbones
chest
chin
complexion
dimple
ear
elbow
eye
eyebrow
eyelash
eyelid
face
feet
flank
foot
forehead
glute
gum
hair
hairline
hand
heel
hip
inner thigh
jaw
jawline
joint
jowls
knee
lash
leg
lid
lip
love handle
lower back
molar
mouth
muscle
nail
neck
neckline
nose
peach fuzz
pore
pout
profile
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
torso
tummy
under eye
underarm
upper arm
upper lip
vein
waist
waistline
whisker
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
aide
alderman
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
bodyguard
bookkeeper
bowler
bride
bridesmaid
broker
bus dispatcher
bus driver
butcher
caddie
cantor
carpenter
cashier
caterer
checkout clerk
cheerleader
chef
choir director
clerk
coach
coal miner
congressman
congresswoman
cop
councilman
councilwoman
court reporter
crane operator
crossing guard
custodian
dairy farmer
dancer
deacon
dental hygienist
deputy
dispatcher
dj
dog groomer
driver
economist
editor
elder
electrician
engineer
farmer
fire chief
firefighter
fisherman
flight attendant
florist
football player
foreman
goalie
goaltender
golfer
gym owner
hairdresser
hockey player
homecoming queen
influencer
janitor
jeweler
jockey
judge
kindergarten teacher
landscaper
lawyer
librarian
lifeguard
lineman
lobsterman
longshoreman
machinist
mail carrier
marine
mayor
mechanic
meteorologist
miner
minister
model
mother of the bride
musician
news anchor
newscaster
notary
nun
nurse
officer
opera singer
organist
painter
paramedic
park ranger
pastor
pharmacist
photographer
pilot
pitcher
plumber
poet
police officer
postmaster
potter
preacher
priest
principal
professor
quarterback
rabbi
radio host
ranch hand
rancher
real housewife
realtor
receptionist
referee
reporter
reverend
river guide
rodeo queen
roofer
school bus driver
school nurse
school teacher
sculptor
seamstress
secretary
senator
server
sheriff
singer
ski instructor
soldier
soprano
steelworker
stylist
superintendent
surfer
swim coach
tailor
taxi driver
teacher
third grade teacher
tour guide
trapper
tree surgeon
truck driver
trucker
umpire
usher
veteran
violinist
waiter
waitress
weather girl
weatherman
welder
woodworker
wrestler
yoga instructor
yoga teacher
youth minister
zookeeper`,
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
  human: `abuela
abuelita
abuelo
angel
babe
baddie
beauty
bestie
boy
bride
bridesmaid
bro
buddy
centenarian
champ
charmer
cheer mom
chick
couple
cutie
darling
diva
doll
dude
duo
fan
fella
fellow
firecracker
gal
gem
gentleman
girl
girlie
goddess
graduate
grandma
grandmother
grandpa
granny
groom
guy
hero
human
hunk
icon
kid
kiddo
king
lad
lady
legend
love bird
lovebird
maid of honor
mama
mama bear
man
mom
mother
mother of the bride
muse
nana
newlywed
nonagenarian
nonna
octogenarian
person
prince
princess
queen
retiree
rock star
rockstar
soul
sport
sweetheart
sweetie
teen
teenager
toddler
trooper
widow
widower
woman
young lady
young man
youngster`,
  setting: `full arch
loupes
adjustment
aligner
appointment
bandage
before and after
bracket
bump
cavity
chair
checkup
cleaning
consult
consultation
crown
denture
dose
drain
drip
embryo
exam room
follow up
forehead
glow
glow up
graft
hairline
heartbeat
lbs
lid
lobby
makeover
needle
new smile
numbing
numbing cream
op
operating room
pen
post op
pound
pre op
procedure
recliner
recovery
recovery room
result
retainer
round
scale
scrub
series
session
shot
skin
surgery
syringe
table
tattoo
touch up
transfer
transformation
treatment
treatment room
unit
vial
waiting room
weigh in`,
  past: `arrived
asked
bawled
beat
been
begged
booked
brought
burst
called
came
celebrated
chose
comes
completed
counted
credits
cried
crushed
danced
decided
did
done
dreamed
dropped
drove
emailed
fainted
felt
finished
flew
flinched
found
gave
glowed
goes
got
had
handed
hated
healed
hid
hugged
joked
kept
laughed
lay
learned
left
lived
looked
lost
loved
mailed
married
met
moved
needed
picked
popped
posted
prepped
pulled
put
quit
ran
rang
rebooked
retired
returned
rocked
rolled
said
sat
saved
says
sent
showed
signed
slid
smiled
snuck
sobbed
started
stopped
strolled
survived
swears
swung
tagged
texted
thought
told
traveled
tried
trusted
turned
waited
walked
walks
wanted
went
woke
wore
worked
wrote
zoomed`,
};
