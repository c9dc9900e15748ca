/** The forms of an English word that a phrase means by `word~`: a verb's person, past, participle and -ing; a noun's plural. */
export function formsOf(word: string): readonly string[] {
  const irregular = irregularForms.get(word);
  const forms = new Set<string>([word]);
  if (irregular) for (const form of irregular) forms.add(form);
  const stem = /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}i` : word;
  forms.add(/(?:s|x|z|ch|sh|[^aeiou]y|[^aeiou]o)$/.test(word) ? `${stem}es` : `${word}s`);
  const doubledStem =
    doubling.test(word) && !/(?:[aeiou]{2}.|en|er|on|or|it|et|el|[wxy])$/.test(word)
      ? word + word.at(-1)
      : undefined;
  const ing =
    doubledStem ??
    (/[^eoy]e$/.test(word) ? word.slice(0, -1) : /ie$/.test(word) ? `${word.slice(0, -2)}y` : word);
  forms.add(`${ing}ing`);
  if (!irregular) {
    const past = doubledStem ?? (word.endsWith('e') ? word.slice(0, -1) : stem);
    forms.add(`${past}ed`);
  }
  return [...forms];
}

const doubling = /^[^aeiou]*[aeiou][^aeiouwxy]$/;

const irregularForms: ReadonlyMap<string, readonly string[]> = new Map(
  `be am is are was were been being
have has had
do does did done
go goes went gone
come came
become became
see saw seen
get got gotten
give gave given
take took taken
make made
know knew known
think thought
tell told
say said
feel felt
leave left
keep kept
let
put
bring brought
meet met
sit sat
stand stood
hear heard
find found
hold held
lose lost
pay paid
send sent
spend spent
run ran
begin began begun
write wrote written
read
speak spoke spoken
choose chose chosen
drive drove driven
fly flew flown
break broke broken
wear wore worn
show showed shown
grow grew grown
sleep slept
teach taught
catch caught
buy bought
sell sold
build built
fall fell fallen
forget forgot forgotten
eat ate eaten
win won
understand understood
undergo underwent undergone
hurt
cut
set
hit
fit fitted
quit
swing swung
stick stuck
ride rode ridden
rise rose risen
lie lay lain lying
lead led
swell swelled swollen
heal healed
deal dealt
mean meant
light lit lighted
sing sang sung
drink drank drunk
draw drew drawn
wake woke woken
withdraw withdrew withdrawn`
    .split('\n')
    .map((line) => line.split(' '))
    .map(([word, ...forms]) => [word as string, forms] as const),
);
