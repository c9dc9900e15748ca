import { create } from 'xmlbuilder2';

/** What a manifest check needs to know of the build. */
export interface Known {
  readonly origin: string;
  readonly version: string;
  /** Files the site serves, by path. */
  readonly files: ReadonlySet<string>;
  /** Width and height of an icon, in pixels. */
  iconSize(path: string): readonly [number, number] | undefined;
}

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  readonly text: string;
}

/**
 * Checks what no offline tool checks in an XML manifest: every address is https, ours and served; every resource id
 * resolves to the right kind; strings and ids keep their limits; elements stand in the order that Office demands;
 * icons have their size; the version is the package's. Returns what is wrong, one sentence each.
 */
export function checkXml(xml: string, known: Known): string[] {
  const root = parse(xml);
  const all = flatten(root);
  return [
    ...all.flatMap((element) =>
      [...element.attributes]
        .filter(([name]) => name === 'DefaultValue')
        .flatMap(([, value]) => addressProblems(value, element.name, known)),
    ),
    ...all
      .filter((element) => element.name === 'AppDomain' && element.text !== known.origin)
      .map((element) => `AppDomain ${element.text} is not ${known.origin}.`),
    ...resourceProblems(root),
    ...limits(all),
    ...all.flatMap(orderProblems),
    ...iconProblems(all, known),
    ...(all.find((element) => element.name === 'Version')?.text === `${known.version}.0`
      ? []
      : ['The version is not the package’s.']),
    ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(
      all.find((element) => element.name === 'Id')?.text ?? '',
    )
      ? []
      : ['The id is not a GUID.']),
  ];
}

/** The same for what the unified manifest's schema lets through. */
export function checkJson(json: string, known: Known): string[] {
  const manifest: unknown = JSON.parse(json);
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null)
      for (const one of Object.values(value)) walk(one);
  };
  walk(manifest);
  const places = collect(manifest);
  return [
    ...texts
      .filter((text) => !text.startsWith('https://developer.microsoft.com/json-schemas/'))
      .flatMap((text) => addressProblems(text, 'manifest.json', known)),
    ...places.used.filter((id) => !places.made.has(id)).map((id) => `No action is called ${id}.`),
    ...places.events
      .filter((type) => !sendEvents.includes(type))
      .map((type) => `Outlook has no event that is called ${type}.`),
    ...(places.version === known.version ? [] : ['The version is not the package’s.']),
    ...places.icons.flatMap(({ size, url }) => sizeProblem(url, size, known)),
  ];
}

/** The events that Microsoft's page on Smart Alerts names for this format; the schema takes any word. */
const sendEvents: readonly string[] = ['messageSending', 'appointmentSending'];

function collect(value: unknown): {
  events: string[];
  used: string[];
  made: Set<string>;
  version: unknown;
  icons: { size: number; url: string }[];
} {
  const found = {
    events: [] as string[],
    used: [] as string[],
    made: new Set<string>(),
    version: (value as { version?: unknown }).version,
    icons: [] as { size: number; url: string }[],
  };
  const walk = (one: unknown, key: string): void => {
    if (typeof one !== 'object' || one === null) return;
    const record = one as Record<string, unknown>;
    if (typeof record.actionId === 'string') found.used.push(record.actionId);
    if (key === 'events' && typeof record.type === 'string') found.events.push(record.type);
    if (key === 'actions' && typeof record.id === 'string') found.made.add(record.id);
    if (typeof record.size === 'number' && typeof record.url === 'string')
      found.icons.push({ size: record.size, url: record.url });
    for (const [name, next] of Object.entries(record)) walk(next, Array.isArray(one) ? key : name);
  };
  walk(value, '');
  return found;
}

function addressProblems(value: string, where: string, known: Known): string[] {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return [];
  if (!value.startsWith('https://')) return [`${where}: ${value} is not https.`];
  const url = new URL(value);
  if (url.origin !== known.origin) return [`${where}: ${value} is on another server.`];
  return known.files.has(url.pathname.slice(1)) ? [] : [`${where}: ${url.pathname} is not served.`];
}

const kinds: Readonly<Record<string, string>> = { Image: 'Image', Url: 'Url', String: 'String' };

function resourceProblems(root: Element): string[] {
  return flatten(root)
    .filter((element) => element.name === 'VersionOverrides')
    .flatMap((overrides) => {
      // A nested VersionOverrides has resources of its own.
      const own = flatten(overrides, (child) => child.name !== 'VersionOverrides');
      const defined = new Map<string, string>();
      const problems: string[] = [];
      for (const element of own) {
        const id = element.attributes.get('id');
        if (!id || !(element.name in kinds)) continue;
        if (defined.has(id)) problems.push(`The resource ${id} is there twice.`);
        if (id.length > 32) problems.push(`The resource id ${id} is longer than 32 characters.`);
        defined.set(id, element.name);
      }
      const used = own.flatMap((element) =>
        element.attributes.has('resid')
          ? [{ resid: element.attributes.get('resid')!, wants: wanted(element.name) }]
          : [],
      );
      return [
        ...problems,
        ...used
          .filter(({ resid, wants }) => defined.get(resid) !== wants)
          .map(({ resid, wants }) => `The resource ${resid} is missing, or is no ${wants}.`),
      ];
    });
}

function wanted(element: string): string {
  if (element === 'Image') return 'Image';
  return ['SourceLocation', 'Runtime', 'Override', 'FunctionFile'].includes(element)
    ? 'Url'
    : 'String';
}

function limits(all: readonly Element[]): string[] {
  const most: Readonly<Record<string, number>> = { DisplayName: 125, Description: 250 };
  const group = (name: string, max: number) =>
    all
      .filter((element) => element.name === name)
      .flatMap((element) => element.children)
      .filter((element) => (element.attributes.get('DefaultValue')?.length ?? 0) > max)
      .map(
        (element) => `The string ${element.attributes.get('id')} is longer than ${max} characters.`,
      );
  return [
    ...all
      .filter(
        (element) =>
          (element.attributes.get('DefaultValue')?.length ?? 0) >
          (most[element.name] ?? Number.POSITIVE_INFINITY),
      )
      .map((element) => `${element.name} is longer than ${most[element.name]} characters.`),
    ...group('ShortStrings', 125),
    ...group('LongStrings', 250),
  ];
}

/** The order in which Office wants the children of an element; from its page on manifest element ordering. */
const orders: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'FormSettings',
    'DefaultSettings',
    'Permissions',
    'Rule',
    'VersionOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources', 'VersionOverrides'],
  Host: ['Runtimes', 'DesktopFormFactor', 'MobileFormFactor'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Action: ['TaskpaneId', 'SourceLocation', 'SupportsPinning'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
  ExtensionPoint: ['OfficeTab', 'LaunchEvents', 'SourceLocation'],
};

function orderProblems(element: Element): string[] {
  const order = orders[element.name];
  if (!order) return [];
  const places = element.children.map((child) => order.indexOf(child.name));
  const unknown = element.children
    .filter((child) => !order.includes(child.name))
    .map((child) => `${child.name} does not belong in ${element.name}.`);
  const sorted = places.every((place, at) => at === 0 || place >= places[at - 1]!);
  return [...unknown, ...(sorted ? [] : [`The children of ${element.name} are out of order.`])];
}

function iconProblems(all: readonly Element[], known: Known): string[] {
  const urls = new Map(
    all
      .filter((element) => element.name === 'Image' && element.attributes.has('id'))
      .map((element) => [
        element.attributes.get('id')!,
        element.attributes.get('DefaultValue') ?? '',
      ]),
  );
  const sized = all
    .filter((element) => element.attributes.has('size'))
    .map((element) => ({
      url: urls.get(element.attributes.get('resid') ?? '') ?? '',
      size: Number(element.attributes.get('size')),
    }));
  const isMail = all[0]?.attributes.get('type') === 'MailApp';
  for (const [name, size] of [
    ['IconUrl', isMail ? 64 : 32],
    ['HighResolutionIconUrl', isMail ? 128 : 64],
  ] as const) {
    sized.push({
      url: all.find((element) => element.name === name)?.attributes.get('DefaultValue') ?? '',
      size,
    });
  }
  const groups = all
    .filter((element) => element.name === 'Icon')
    .map((element) => element.children.map((child) => Number(child.attributes.get('size'))));
  const missing = groups.some((sizes) => [16, 32, 80].some((size) => !sizes.includes(size)))
    ? ['An icon lacks 16, 32 or 80 pixels.']
    : [];
  return [...missing, ...sized.flatMap(({ url, size }) => sizeProblem(url, size, known))];
}

function sizeProblem(url: string, size: number, known: Known): string[] {
  const path = url.startsWith(known.origin) ? url.slice(known.origin.length + 1) : url;
  const real = known.iconSize(path);
  return real?.[0] === size && real[1] === size
    ? []
    : [`${path} is not ${size} by ${size} pixels.`];
}

function parse(xml: string): Element {
  const walk = (node: Node): Element => ({
    name: (node as globalThis.Element).localName,
    attributes: new Map(
      [...(node as globalThis.Element).attributes].map((one) => [one.localName, one.value]),
    ),
    children: [...node.childNodes].filter((child) => child.nodeType === 1).map(walk),
    text: node.textContent?.trim() ?? '',
  });
  return walk(create(xml).root().node as unknown as Node);
}

function flatten(element: Element, into: (child: Element) => boolean = () => true): Element[] {
  return [element, ...element.children.filter(into).flatMap((child) => flatten(child, into))];
}
