/** Elements that begin and end a block of prose; all others stand within one, as browsers have it. */
export const blockElements: ReadonlySet<string> = new Set(
  (
    'address article aside audio blockquote body button canvas caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li ' +
    'link main map menu meta nav noscript object ol optgroup option p picture pre script search section select source style ' +
    'summary svg table tbody td template textarea tfoot th thead title tr track ul video'
  ).split(' '),
);

/** Elements that have no end tag. */
export const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed frame hr img input link meta param source track wbr'.split(' '),
);

/** Elements whose end tag may be left out: one of them ends another of the same set that is still open. */
export const implied: Readonly<Record<string, readonly string[]>> = {
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  tr: ['td', 'th', 'tr'],
  option: ['option'],
  p: ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
};

/** Where the search of an implied end stops. */
export const fences: ReadonlySet<string> = new Set([
  'table',
  'ul',
  'ol',
  'dl',
  'select',
  'blockquote',
]);

/** Elements whose name says what their words are. */
export const namedElements: ReadonlySet<string> = new Set(
  'title caption figcaption button label summary option legend cite th'.split(' '),
);

/** Attributes that are read aloud or shown. */
export const proseAttributes: ReadonlySet<string> = new Set(
  'alt title aria-label aria-description aria-placeholder aria-roledescription aria-valuetext placeholder label summary data-caption data-title data-alt data-description'.split(
    ' ',
  ),
);

/** Attributes that hold addresses: file names and slugs tell on patients too. */
export const addressAttributes: ReadonlySet<string> = new Set(
  'src href srcset poster data-src data-srcset data-lazy-src data-href background download'.split(
    ' ',
  ),
);

/** Data attributes whose name hints at a person or a treatment. */
export const personalAttribute =
  /^data-.*(?:patient|client|customer|guest|name|review|author|person|user|member|dob|birth|age|phone|email|mail|treatment|procedure|condition|diagnosis|mrn|chart|appointment|visit)/;

/** Class and itemprop names that say whose words stand inside. */
export const personalClass =
  /(?:^|[\s_-])(?:(?:owner|business|practice)[_-]?(?:reply|response|answer)|review|reply|response|testimonial|author|reviewer|caption)(?:[_-]?(?:text|body|content|author|name))?(?:$|[\s_-])/i;
