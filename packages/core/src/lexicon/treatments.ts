/** Treatments, devices, drugs and brands, one a line; plurals are added. A treatment alone is never a finding. */
export const treatments = `abdominoplasty
accutane
acne facial
acupuncture
agnes rf
airsculpt
alastin
aligner
anesthesia
aquagold
areola tattoo
arm lift
asclera
aveli
aviclear
b12
b12 shot
baby botox
barbie botox
bbl
bellafill
belotero
bhrt
biopsy
biorepeel
biostimulator
biote
biotin shot
bleph
blepharoplasty
blue light
body contouring
body lift
bodytite
boob job
botox
bpc-157
braces
brachioplasty
brazilian butt lift
breast augmentation
breast implant
breast lift
breast reduction
broadband light
brotox
brow lamination
brow lift
buccal fat removal
buttock augmentation
c-section
cannula
capsulectomy
carbon peel
cataract surgery
cavity filling
cheek filler
cheek implant
chemical peel
chemo
chemotherapy
chin filler
chin implant
chin lipo
chiropractic adjustment
clear + brilliant
clear and brilliant
co2 laser
co2 resurfacing
co2re
collagen pin
colonoscopy
compounded semaglutide
compression garment
cool sculpting
coolmini
coolpeel
coolsculpting
cooltone
cosmelan
crown prep
cryolipolysis
cryotherapy
cupping
daxxify
dental implant
deoxycholic acid
derma facial
dermal filler
dermamelan
dermapen
dermaplane
dermaplaning
diamondglow
dry needling
dysport
electrocautery
electrolysis
ellanse
embryo transfer
emface
emsculpt
emsculpt neo
emsella
emtone
en bloc
endolift
er:yag
erbium
excel v
exilis
exion
exosome
explant
extraction
ez gel
facelift
face lift
facetite
facial
facial balancing
fat dissolving
fat freezing
fat grafting
fat transfer
femilift
ffs
filler
filler appointment
finasteride
forever young bbl
fraxel
fue
fut
gainswave
gastric balloon
gastric bypass
gastric sleeve
gentlemax
genioplasty
glp-1
glp1
glutathione
glycolic
glycolic peel
green peel
hair removal
hair restoration
hair transplant
hcg
hifu
hip replacement
hollywood peel
hormone pellet
hormone replacement
hormone therapy
hrt
hyaluronidase
hydrafacial
hydration drip
hydroquinone
hylenex
immunotherapy
implant
infusion
injectable
injection
instalift
intracel
invisalign
ipl
iui
iv drip
iv therapy
ivf
jawline filler
jessner
jessner peel
jeuveau
juvederm
kenalog
keralase
ketamine
knee replacement
kybella
kysse
labiaplasty
lap band
lasemd
laser
laser genesis
laser hair removal
laser resurfacing
lash lift
lasik
latisse
led light therapy
letybo
lhr
lip augmentation
lip blush
lip filler
lip flip
lip injection
lip lift
lipo
lipo 360
lipo-b
liposuction
liquid facelift
liquid rhinoplasty
liraglutide
lumecca
lumpectomy
lymphatic drainage
lymphatic massage
masseter botox
mastectomy
mastopexy
medical facial
medical weight loss
mesotherapy
mic shot
micro needling
microblading
microcurrent
microdermabrasion
microneedling
mini lift
miradry
mohs
mole removal
mommy makeover
mono thread
morpheus
morpheus8
mounjaro
myers' cocktail
myers cocktail
nad
nad+
nano needling
nanofat
neck lift
neograft
neuromodulator
neurotoxin
newtox
nexplanon
nose job
o-shot
obagi
oral surgery
otoplasty
oxygen facial
oxygeneo
ozempic
p-shot
pap smear
pdo thread
peel
pellet
peptide therapy
perfect derma peel
permanent makeup
phentermine
photofacial
picosure
picoway
plasma pen
platelet rich plasma
polynucleotide
potenza
prf
profhilo
prp
pt-141
radiesse
rejuran
renuva
renuvion
restylane
retatrutide
retin-a
retainer
rf microneedling
rhinoplasty
root canal
rha
saxenda
scalp micropigmentation
scar revision
sclerotherapy
sculptra
sculpsure
secret rf
semaglutide
septoplasty
sermorelin
skin booster
skin tag removal
skin tightening
skinpen
skintyte
skinvive
sleeve gastrectomy
smartlipo
sofwave
soprano
spironolactone
steroid injection
stem cell
stitches
suture
sylfirm
syringe
tattoo removal
tca cross
tca peel
tear trough
tear trough filler
teeth whitening
tesamorelin
testosterone
thermage
thermitight
thermiva
thread lift
tirzepatide
tmj botox
top surgery
tox
tretinoin
trt
trusculpt
tubal ligation
tummy tuck
tympanoplasty
ultherapy
ultrasound
under eye filler
upneeq
vaginal rejuvenation
vampire facelift
vampire facial
varithena
vasectomy
vaser
vbeam
velashape
veneer
venus freeze
venus legacy
versa
vi peel
vivace
vivitrol
volbella
vollure
voluma
volux
wegovy
weight loss shot
whitening
wisdom teeth
xeomin
zepbound
zo skin health`;

/** Brands that are ordinary words: a treatment only when written with a capital inside a sentence. */
export const capitalTreatments = `contour
defyne
evoke
evolve
forma
genius
halo
lyft
moxi
opus
profound
refyne
scarlet
secret
silk
spectra
stellar
titan
virtue
sciton
tetra
aspire
elite`;
