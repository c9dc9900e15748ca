import type { Paragraph, Place } from '../host.js';
import { appName, unread } from '../strings.js';
import type { WordApi } from './api.js';

/**
 * Everything outside the body that Word lets an add-in read. A key names the way to it, so that a paragraph can
 * be found again: `header/0/Primary/2` is the third paragraph of the first section's ordinary header.
 */
export async function readPlaces(
  api: WordApi,
  run: WordApi['run'],
): Promise<{ paragraphs: Paragraph[]; notes: string[] }> {
  const paragraphs: Paragraph[] = [];
  const notes: string[] = [];
  for (const place of places) {
    if (!api.has(place.set, place.version)) continue;
    // A place that this Word cannot read must not take the others down.
    const read = await run((context) => place.read(context)).catch(() => undefined);
    if (read) paragraphs.push(...read);
    else notes.push(place.unread);
  }
  return { paragraphs, notes };
}

/** The paragraph behind a key of `readPlaces`, queued but not yet loaded. */
export async function findPlace(
  context: Word.RequestContext,
  key: string,
): Promise<Word.Paragraph | undefined> {
  const [place, first, second, third] = key.split('/');
  const body = await bodyOf(context, place ?? '', Number(first), second ?? '');
  if (!body) return undefined;
  const list = body.paragraphs;
  list.load('items/text');
  await context.sync();
  return list.items[Number(third ?? second)];
}

async function bodyOf(
  context: Word.RequestContext,
  place: string,
  at: number,
  kind: string,
): Promise<Word.Body | undefined> {
  if (place === 'header' || place === 'footer') {
    const sections = context.document.sections;
    sections.load('items');
    await context.sync();
    const section = sections.items[at];
    if (!section) return undefined;
    return place === 'header'
      ? section.getHeader(kind as Word.HeaderFooterType)
      : section.getFooter(kind as Word.HeaderFooterType);
  }
  if (place === 'footnote' || place === 'endnote') {
    const notes =
      place === 'footnote' ? context.document.body.footnotes : context.document.body.endnotes;
    notes.load('items/type');
    await context.sync();
    return notes.items[at]?.body;
  }
  if (place === 'text-box') {
    const shapes = context.document.body.shapes;
    shapes.load('items/type');
    await context.sync();
    return shapes.items[at]?.body;
  }
  return undefined;
}

interface PlaceReader {
  readonly set: 'WordApi' | 'WordApiDesktop';
  readonly version: string;
  readonly unread: string;
  read(context: Word.RequestContext): Promise<Paragraph[]>;
}

const places: readonly PlaceReader[] = [
  {
    set: 'WordApi',
    version: '1.3',
    unread: unread.headers,
    read: headersAndFooters,
  },
  {
    set: 'WordApi',
    version: '1.5',
    unread: unread.notes,
    read: notes,
  },
  {
    set: 'WordApiDesktop',
    version: '1.2',
    unread: unread.textBoxes,
    read: textBoxes,
  },
  { set: 'WordApi', version: '1.4', unread: unread.comments, read: comments },
  {
    set: 'WordApi',
    version: '1.3',
    unread: unread.properties,
    read: properties,
  },
];

async function headersAndFooters(context: Word.RequestContext): Promise<Paragraph[]> {
  const sections = context.document.sections;
  sections.load('items');
  await context.sync();
  const found = sections.items.flatMap((section, at) =>
    (['Primary', 'FirstPage', 'EvenPages'] as const).flatMap((kind) =>
      (['header', 'footer'] as const).map((place) => {
        const list = (place === 'header' ? section.getHeader(kind) : section.getFooter(kind))
          .paragraphs;
        list.load('items/text');
        return { place, prefix: `${place}/${at}/${kind}`, list };
      }),
    ),
  );
  await context.sync();
  // A section without a header of its own shows the one before: it is read once.
  const own = found.filter(
    ({ list }, at) => textsOf(list) !== textsOf(found[at - headerKinds]?.list),
  );
  return own.flatMap(({ place, prefix, list }) => filled(place, prefix, list, prefix));
}

/** Headers and footers of a section: ordinary, of the first page, of even pages. */
const headerKinds = 6;

function textsOf(list: Word.ParagraphCollection | undefined): string | undefined {
  return list?.items.map(({ text }) => text).join('\r');
}

async function notes(context: Word.RequestContext): Promise<Paragraph[]> {
  const kinds = [
    { place: 'footnote' as const, items: context.document.body.footnotes },
    { place: 'endnote' as const, items: context.document.body.endnotes },
  ];
  for (const { items } of kinds) items.load('items/type');
  await context.sync();
  const found = kinds.flatMap(({ place, items }) =>
    items.items.map((note, at) => {
      const list = note.body.paragraphs;
      list.load('items/text');
      return { place, prefix: `${place}/${at}`, list };
    }),
  );
  await context.sync();
  return found.flatMap(({ place, prefix, list }) => filled(place, prefix, list, `${place}s`));
}

async function textBoxes(context: Word.RequestContext): Promise<Paragraph[]> {
  const shapes = context.document.body.shapes;
  shapes.load('items/type');
  await context.sync();
  const found = shapes.items
    .map((shape, at) => ({ shape, at }))
    .filter(({ shape }) => shape.type === 'TextBox')
    .map(({ shape, at }) => {
      const list = shape.body.paragraphs;
      list.load('items/text');
      return { prefix: `text-box/${at}`, list };
    });
  await context.sync();
  return found.flatMap(({ prefix, list }) => filled('text-box', prefix, list, prefix));
}

async function comments(context: Word.RequestContext): Promise<Paragraph[]> {
  const list = context.document.body.getComments();
  list.load('items/content');
  await context.sync();
  return (
    list.items
      .map(
        (comment, at): Paragraph => ({
          key: `comment/${at}`,
          text: comment.content,
          place: 'comment',
          part: 'comments',
          editable: false,
        }),
      )
      // Those that the pane added say what it said already.
      .filter(({ text }) => text.trim() !== '' && !text.startsWith(`${appName}: `))
  );
}

const propertyNames = [
  'title',
  'subject',
  'author',
  'keywords',
  'comments',
  'category',
  'manager',
  'company',
] as const;

async function properties(context: Word.RequestContext): Promise<Paragraph[]> {
  const held = context.document.properties;
  held.load(propertyNames.join(','));
  await context.sync();
  return propertyNames
    .map(
      (name): Paragraph => ({
        key: `property/${name}`,
        text: held[name] ?? '',
        place: 'property',
        part: `property/${name}`,
        editable: name !== 'author',
      }),
    )
    .filter((paragraph) => paragraph.text.trim() !== '');
}

function filled(
  place: Place,
  prefix: string,
  list: Word.ParagraphCollection,
  part: string,
): Paragraph[] {
  return list.items
    .map(
      (item, at): Paragraph => ({
        key: `${prefix}/${at}`,
        text: item.text,
        place,
        part,
        editable: true,
      }),
    )
    .filter((paragraph) => paragraph.text.trim() !== '');
}
