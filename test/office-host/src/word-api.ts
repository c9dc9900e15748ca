import {
  type Annotation,
  type Body,
  type Comment,
  Paragraph,
  type Stretch,
  type WordDocument,
} from './model.js';
import { type Kind, RichError, runner, type Transport } from './rich-api.js';

/** The `Word` global over a simulated document. */
export function wordNamespace(document: WordDocument, transport: Transport) {
  const kinds = kindsOf(document);
  return { run: runner(transport, { kind: kinds.Document, target: document, name: 'document' }) };
}

/** The longest text that Word's Find takes. */
const longestSearch = 255;

function kindsOf(document: WordDocument): Record<string, Kind> & { Document: Kind } {
  const set = (version: string) => {
    if (Number(document.faults.wordApi) < Number(version))
      throw new RichError('ApiNotFound', `This Word has no WordApi ${version}.`);
  };
  const clean = (one: Stretch) => one.paragraph.cleanOf(one.start, one.end);
  const live = (one: Stretch): Stretch => {
    document.live.add(one);
    return one;
  };

  const AnnotationKind: Kind = {
    name: 'Annotation',
    values: { id: (one: Annotation) => one.id, state: (one: Annotation) => one.state },
    links: { critiqueAnnotation: { kind: () => CritiqueKind, follow: (one: Annotation) => one } },
    methods: { delete: { run: (one: Annotation) => drop(one) } },
  };
  const CritiqueKind: Kind = {
    name: 'CritiqueAnnotation',
    links: { range: { kind: () => RangeKind, follow: (one: Annotation) => one } },
  };
  const AnnotationsKind: Kind = {
    name: 'AnnotationCollection',
    items: { kind: () => AnnotationKind, list: (list: Annotation[]) => list },
  };

  const RangeKind: Kind = {
    name: 'Range',
    values: { text: clean },
    links: {
      paragraphs: { kind: () => ParagraphsKind, follow: (one: Stretch) => [one.paragraph] },
    },
    methods: {
      select: { run: (one: Stretch) => select(one) },
      getRange: {
        returns: () => RangeKind,
        run: (one: Stretch, where?: string) => live(part(one, where ?? 'Whole')),
      },
      expandTo: {
        returns: () => RangeKind,
        run: (one: Stretch, other: Stretch) => live(expand(one, other)),
      },
      insertText: {
        returns: () => RangeKind,
        run: (one: Stretch, text: string, where: string) => insert(one, text, where),
      },
      insertComment: {
        returns: () => CommentKind,
        run: (one: Stretch, content: string) => {
          const comment = { content, on: clean(one) };
          document.comments.push(comment);
          document.onPaint();
          return comment;
        },
      },
      highlight: {
        run: (one: Stretch) => {
          set('1.8');
          document.highlight = one;
          document.onPaint();
        },
      },
      removeHighlight: {
        run: () => {
          document.highlight = undefined;
          document.onPaint();
        },
      },
    },
  };
  const RangesKind: Kind = {
    name: 'RangeCollection',
    items: { kind: () => RangeKind, list: (list: Stretch[]) => list },
  };

  const ParagraphKind: Kind = {
    name: 'Paragraph',
    values: {
      text: (one: Paragraph) => one.raw,
      style: (one: Paragraph) => one.style,
      uniqueLocalId: (one: Paragraph) => {
        set('1.6');
        return document.faults.noSubscription ? null : one.id;
      },
    },
    methods: {
      getText: {
        returns: 'value',
        run: (one: Paragraph) => {
          set('1.7');
          return one.clean;
        },
      },
      getRange: {
        returns: () => RangeKind,
        run: (one: Paragraph, where?: string) => live(part(whole(one), where ?? 'Whole')),
      },
      select: { run: (one: Paragraph) => select(whole(one)) },
      search: {
        returns: () => RangesKind,
        run: (one: Paragraph, words: string, options?: { matchCase?: boolean }) =>
          search(one, words, options),
      },
      getAnnotations: {
        returns: () => AnnotationsKind,
        run: (one: Paragraph) => {
          set('1.7');
          if (document.faults.noSubscription)
            throw new RichError(
              'GeneralException',
              'There was an internal error while processing the request.',
            );
          return [...document.annotations.values()].filter(
            (annotation) => annotation.paragraph === one,
          );
        },
      },
      insertAnnotations: {
        returns: 'value',
        run: (one: Paragraph, added: { critiques: never[] }) => {
          set('1.7');
          const ids = document.annotate(one, added.critiques);
          document.fire('inserted', { ids });
          document.onPaint();
          return ids;
        },
      },
    },
  };
  const ParagraphsKind: Kind = {
    name: 'ParagraphCollection',
    items: { kind: () => ParagraphKind, list: (list: Paragraph[]) => list },
    methods: {
      getFirst: { returns: () => ParagraphKind, run: (list: Paragraph[]) => list[0] },
      getFirstOrNullObject: {
        returns: () => ParagraphKind,
        orNull: true,
        run: (list: Paragraph[]) => list[0],
      },
    },
  };

  const CommentKind: Kind = { name: 'Comment', values: { content: (one: Comment) => one.content } };
  const CommentsKind: Kind = {
    name: 'CommentCollection',
    items: { kind: () => CommentKind, list: (list: Comment[]) => list },
  };
  const NoteKind: Kind = {
    name: 'NoteItem',
    values: { type: () => 'Footnote' },
    links: { body: { kind: () => BodyKind, follow: (one: Body) => one } },
  };
  const NotesKind: Kind = {
    name: 'NoteItemCollection',
    items: { kind: () => NoteKind, list: (list: Body[]) => list },
  };
  const ShapeKind: Kind = {
    name: 'Shape',
    values: { type: () => 'TextBox' },
    links: { body: { kind: () => BodyKind, follow: (one: Body) => one } },
  };
  const ShapesKind: Kind = {
    name: 'ShapeCollection',
    items: { kind: () => ShapeKind, list: (list: Body[]) => list },
  };
  const BodyKind: Kind = {
    name: 'Body',
    links: {
      paragraphs: { kind: () => ParagraphsKind, follow: (one: Body) => one.paragraphs },
      footnotes: { kind: () => NotesKind, follow: () => document.footnotes },
      endnotes: { kind: () => NotesKind, follow: () => document.endnotes },
      shapes: { kind: () => ShapesKind, follow: () => document.textBoxes },
    },
    methods: { getComments: { returns: () => CommentsKind, run: () => document.comments } },
  };

  const SectionKind: Kind = {
    name: 'Section',
    methods: {
      getHeader: {
        returns: () => BodyKind,
        run: (_: unknown, kind: string) => document.headers[kind] ?? { paragraphs: [] },
      },
      getFooter: {
        returns: () => BodyKind,
        run: (_: unknown, kind: string) => document.footers[kind] ?? { paragraphs: [] },
      },
    },
  };
  const SectionsKind: Kind = {
    name: 'SectionCollection',
    items: {
      kind: () => SectionKind,
      list: () => Array.from({ length: document.sections }, () => document),
    },
  };

  const propertyNames = [
    'title',
    'subject',
    'author',
    'keywords',
    'comments',
    'category',
    'manager',
    'company',
  ];
  const PropertiesKind: Kind = {
    name: 'DocumentProperties',
    values: Object.fromEntries(
      propertyNames.map((name) => [name, () => document.properties[name] ?? '']),
    ),
    setters: Object.fromEntries(
      propertyNames.map((name) => [
        name,
        (_: never, value: unknown) => {
          document.properties[name] = String(value);
        },
      ]),
    ),
  };

  const events = {
    onParagraphAdded: 'added',
    onParagraphChanged: 'changed',
    onParagraphDeleted: 'deleted',
    onAnnotationClicked: 'clicked',
    onAnnotationHovered: 'hovered',
    onAnnotationInserted: 'inserted',
    onAnnotationRemoved: 'removed',
    onAnnotationPopupAction: 'popup',
  } as const;
  const DocumentKind: Kind = {
    name: 'Document',
    links: {
      body: { kind: () => BodyKind, follow: () => document.body },
      properties: { kind: () => PropertiesKind, follow: () => document },
      sections: { kind: () => SectionsKind, follow: () => document },
    },
    methods: {
      getSelection: {
        returns: () => RangeKind,
        run: () =>
          document.selection ?? whole(document.body.paragraphs[0] ?? new Paragraph('none', [])),
      },
      getParagraphByUniqueLocalId: {
        returns: () => ParagraphKind,
        run: (_: unknown, id: string) => {
          set('1.6');
          return document.body.paragraphs.find((one) => one.id === id);
        },
      },
      getAnnotationById: {
        returns: () => AnnotationKind,
        run: (_: unknown, id: string) => document.annotations.get(id),
      },
    },
    events: Object.fromEntries(
      Object.entries(events).map(([name, kind]) => [
        name,
        (_: never, handler: (args: never) => unknown) => {
          set(
            name.startsWith('onParagraph')
              ? '1.6'
              : name === 'onAnnotationPopupAction'
                ? '1.8'
                : '1.7',
          );
          return document.on(kind, handler);
        },
      ]),
    ),
  };
  return { Document: DocumentKind };

  function drop(one: Annotation): void {
    if (!document.annotations.delete(one.id))
      throw new RichError('ItemNotFound', 'The annotation is gone.');
    document.fire('removed', { ids: [one.id] });
    document.onPaint();
  }

  function select(one: Stretch): void {
    document.selection = { paragraph: one.paragraph, start: one.start, end: one.end };
    document.onPaint();
  }

  function insert(one: Stretch, text: string, where: string): Stretch {
    if (!['Replace', 'Start', 'End', 'Before', 'After'].includes(where))
      throw new RichError('InvalidArgument', `insertText takes no '${where}'.`);
    document.writes++;
    const start =
      where === 'Replace' || where === 'Start' || where === 'Before' ? one.start : one.end;
    const end = where === 'Replace' ? one.end : start;
    document.edit(one.paragraph, start, end, text);
    return live({ paragraph: one.paragraph, start, end: start + text.length });
  }

  function search(
    paragraph: Paragraph,
    words: string,
    options: { matchCase?: boolean } = {},
  ): Stretch[] {
    if (words.length > longestSearch)
      throw new RichError('SearchStringInvalidOrTooLong', 'The search string is too long.');
    const plain = words.replace(
      /\^(.)/g,
      (_, code: string) => ({ t: '\t', l: '\v', p: '\r' })[code] ?? code,
    );
    const same = (text: string) =>
      (options.matchCase ? text : text.toLowerCase()).replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
    const hay = same(paragraph.clean);
    const needle = same(plain);
    const hits: Stretch[] = [];
    for (
      let at = hay.indexOf(needle);
      needle !== '' && at !== -1;
      at = hay.indexOf(needle, at + needle.length)
    ) {
      hits.push(
        live({
          paragraph,
          start: paragraph.toRaw(at),
          end: paragraph.toRaw(at + needle.length - 1) + 1,
        }),
      );
    }
    return hits;
  }
}

function whole(paragraph: Paragraph): Stretch {
  return { paragraph, start: 0, end: paragraph.raw.length };
}

function part(one: Stretch, where: string): Stretch {
  if (where === 'Start') return { ...one, end: one.start };
  if (where === 'End' || where === 'After') return { ...one, start: one.end };
  return { paragraph: one.paragraph, start: one.start, end: one.end };
}

function expand(one: Stretch, to: Stretch): Stretch {
  if (to.paragraph !== one.paragraph)
    throw new RichError('InvalidArgument', 'expandTo needs a range of the same paragraph.');
  return {
    paragraph: one.paragraph,
    start: Math.min(one.start, to.start),
    end: Math.max(one.end, to.end),
  };
}
