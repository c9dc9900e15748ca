/** Concerns, conditions and complications, one a line. In education they are ordinary; beside "you" in a reply they tell. */
export const conditions = `11s
abscess
acne
acne scar
addiction
allergic reaction
alopecia
anaphylaxis
anorexia
anxiety
arthritis
asymmetry
autism
back pain
basal cell
birthmark
blister
body dysmorphia
bruise
bruising
bruxism
bulimia
burn
cancer
capsular contracture
cataract
cavity
cellulite
cold sore
complication
concussion
crow's feet
cystic acne
dark circles
dark spot
dementia
depression
diabetes
double chin
droop
droopy lid
eating disorder
eczema
elevens
endometriosis
fertility
fibroid
fine line
flare up
forehead line
frown line
frozen shoulder
frozen forehead
gender dysphoria
glaucoma
granuloma
hair loss
headache
hematoma
herniated disc
herpes
high blood pressure
hirsutism
hiv
hot flash
hyperhidrosis
hyperpigmentation
incontinence
infection
infertility
insomnia
jowl
keloid
lipoma
loose skin
low t
lump
marionette line
melanoma
melasma
menopause
migraine
miscarriage
mole
nasolabial fold
necrosis
nerve damage
neuropathy
nodule
numbness
obesity
panic attack
pcos
peeling
pih
plantar fasciitis
postpartum
post-op
pregnancy
psoriasis
ptosis
ptsd
rash
redness
relapse
rosacea
sagging
scar
scarring
sciatica
scoliosis
seroma
skin cancer
sleep apnea
smile line
soreness
spider vein
sprain
stretch mark
submental fat
sun damage
sunspot
swelling
tendonitis
tenderness
tmj
trauma
under eye bag
varicose vein
vascular occlusion
vertigo
vitiligo
volume loss
wrinkle`;
