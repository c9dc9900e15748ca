/**
 * The request-and-sync half of a simulated Office host, as strict as the real one: nothing can be read before it was
 * loaded and synced, nothing used after its run, and one failed call fails the sync it is in.
 */

/** An error as Office's rich API throws it. */
export class RichError extends Error {
  constructor(
    readonly code: string,
    message = code,
  ) {
    super(message);
    this.name = 'RichApi.Error';
  }
}

/** How one kind of object behaves. `T` is what stands behind it in the model. */
export interface Kind {
  readonly name: string;
  /** Values that must be loaded. */
  readonly values?: Readonly<Record<string, (target: never) => unknown>>;
  /** Values that may be set. */
  readonly setters?: Readonly<Record<string, (target: never, value: unknown) => void>>;
  /** Objects one property away. */
  readonly links?: Readonly<
    Record<string, { kind: () => Kind; follow: (target: never) => unknown }>
  >;
  readonly methods?: Readonly<Record<string, Method>>;
  /** For collections: the kind of the items, and the items. */
  readonly items?: { kind: () => Kind; list: (target: never) => readonly unknown[] };
  /** Event sources, made per object. */
  readonly events?: Readonly<
    Record<string, (target: never, handler: (args: never) => unknown) => () => void>
  >;
}

export interface Method {
  /** The kind of the object returned; `value` for a ClientResult; absent for nothing. */
  readonly returns?: (() => Kind) | 'value';
  /** True for `…OrNullObject`: a missing target is an answer. */
  readonly orNull?: boolean;
  readonly run: (target: never, ...args: never[]) => unknown;
}

/** Counts and knobs of the transport. */
export interface Transport {
  /** Milliseconds per sync. */
  latency: number;
  syncs: number;
  /** Called after each sync that did something. */
  afterSync(): void;
}

interface Held {
  target: unknown;
  isResolved: boolean;
}

/** One request context. */
export class Context {
  private queue: (() => void)[] = [];
  alive = true;
  readonly trackedObjects = { add() {}, remove() {} };

  constructor(
    private readonly transport: Transport,
    private readonly turn: <T>(work: () => Promise<T>) => Promise<T>,
  ) {}

  enqueue(action: () => void): void {
    if (!this.alive)
      throw new RichError('InvalidObjectPath', 'This object belongs to a run that has ended.');
    this.queue.push(action);
  }

  /** Sends what is queued, in order. The first failure drops the rest, as in Office. */
  sync = async (): Promise<void> => {
    const batch = this.queue;
    this.queue = [];
    await this.turn(async () => {
      if (this.transport.latency > 0)
        await new Promise((resolve) => setTimeout(resolve, this.transport.latency));
      else await Promise.resolve();
      this.transport.syncs++;
      for (const action of batch) action();
    });
    if (batch.length > 0) this.transport.afterSync();
  };
}

/** `Word.run`: a fresh context, a last sync at the end, and every object dead afterwards. */
export function runner(transport: Transport, root: { kind: Kind; target: unknown; name: string }) {
  let last: Promise<unknown> = Promise.resolve();
  const turn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  return async <T>(
    batch: (context: Context & Record<string, unknown>) => Promise<T>,
  ): Promise<T> => {
    const context = new Context(transport, turn) as Context & Record<string, unknown>;
    context[root.name] = proxy(context, root.kind, () => root.target);
    try {
      const result = await batch(context);
      await context.sync();
      return result;
    } finally {
      context.alive = false;
    }
  };
}

const handlersMayOutlive = Symbol('context of a handler');

/** Asked of a proxy by the host itself: what stands behind it. */
const behind = Symbol('what stands behind a proxy');

/** Arguments that are objects of the API become what stands behind them, when their turn in the queue comes. */
function settled(args: readonly never[]): never[] {
  return args.map((arg) => {
    const reach =
      typeof arg === 'object' && arg !== null
        ? (arg as { [behind]?: () => never })[behind]
        : undefined;
    return reach ? reach() : arg;
  });
}

function proxy(context: Context, kind: Kind, resolve: () => unknown, orNull = false): object {
  const loaded = new Map<string, unknown>();
  const held: Held = { target: undefined, isResolved: false };
  let isNull: boolean | undefined;
  // What an object points to is settled when its turn in the queue comes, and stays.
  const target = (): never => {
    if (!held.isResolved) {
      held.target = resolve();
      held.isResolved = true;
    }
    if (orNull) isNull = held.target === undefined;
    if (held.target === undefined && !orNull)
      throw new RichError('ItemNotFound', `${kind.name} was not found.`);
    return held.target as never;
  };
  const load = (names: readonly string[]): void => {
    const there = target();
    if (there === undefined) return;
    for (const name of names) loadOne(context, kind, there, name, loaded);
  };
  context.enqueue(() => void target());
  const self: Record<string | symbol, unknown> = {
    context,
    [behind]: target,
    load(spec?: string | readonly string[]) {
      const names = (
        typeof spec === 'string' ? spec.split(',') : [...(spec ?? Object.keys(kind.values ?? {}))]
      ).map((name) => name.trim());
      for (const name of names) checkName(kind, name);
      context.enqueue(() => load(names));
      return outer;
    },
    toJSON: () => Object.fromEntries(loaded),
  };
  const outer: object = new Proxy(self, {
    get(_, name) {
      if (typeof name === 'symbol' || name in self) return self[name];
      if (name === 'then') return undefined;
      if (name === 'isNullObject') {
        if (isNull === undefined) throw notLoaded(kind, name);
        return isNull;
      }
      if (name === 'items' && kind.items) return read(loaded, kind, name);
      if (kind.values && name in kind.values) return read(loaded, kind, name);
      const link = kind.links?.[name];
      if (link) return proxy(context, link.kind(), () => link.follow(target()));
      const event = kind.events?.[name];
      if (event) return eventSource(context, target, event);
      const method = kind.methods?.[name];
      if (method) return (...args: never[]) => call(context, method, target, args);
      throw new TypeError(
        `${kind.name}.${name} is not a function or property of this simulated host.`,
      );
    },
    set(_, name, value) {
      const setter = kind.setters?.[String(name)];
      if (!setter) throw new TypeError(`${kind.name}.${String(name)} cannot be set.`);
      context.enqueue(() => setter(target(), value));
      loaded.set(String(name), value);
      return true;
    },
  });
  return outer;
}

function read(loaded: Map<string, unknown>, kind: Kind, name: string): unknown {
  if (!loaded.has(name)) throw notLoaded(kind, name);
  return loaded.get(name);
}

function notLoaded(kind: Kind, name: string): RichError {
  return new RichError(
    'PropertyNotLoaded',
    `The property '${name}' of ${kind.name} is not available. Call load and context.sync first.`,
  );
}

function checkName(kind: Kind, name: string): void {
  const plain = name.startsWith('items/') ? name.slice('items/'.length) : name;
  const owner = name.startsWith('items') ? kind.items?.kind() : kind;
  const known = name === 'items' || plain === 'type' || (owner?.values && plain in owner.values);
  if (!owner || !known)
    throw new RichError('InvalidArgument', `${kind.name} has no '${name}' to load.`);
}

function loadOne(
  context: Context,
  kind: Kind,
  target: never,
  name: string,
  loaded: Map<string, unknown>,
): void {
  if (!name.startsWith('items')) {
    loaded.set(name, kind.values?.[name]?.(target));
    return;
  }
  const items = kind.items;
  if (!items) return;
  const existing = loaded.get('items') as { loadNow(name: string): void }[] | undefined;
  const list = existing ?? items.list(target).map((one) => itemProxy(context, items.kind(), one));
  loaded.set('items', list);
  if (name !== 'items')
    for (const one of list as { loadNow(name: string): void }[])
      one.loadNow(name.slice('items/'.length));
}

/** An item of a loaded collection: already resolved, some values already there. */
function itemProxy(context: Context, kind: Kind, target: unknown): object {
  const values = new Map<string, unknown>();
  let inner: object | undefined;
  const real = (): object => {
    inner ??= proxy(context, kind, () => target);
    return inner;
  };
  return new Proxy(
    {},
    {
      get(_, name) {
        if (name === 'loadNow')
          return (wanted: string) => values.set(wanted, kind.values?.[wanted]?.(target as never));
        if (name === 'then') return undefined;
        if (typeof name === 'string' && values.has(name)) return values.get(name);
        return Reflect.get(real(), name);
      },
      set: (_, name, value) => Reflect.set(real(), name, value),
    },
  );
}

function call(context: Context, method: Method, target: () => never, args: never[]): unknown {
  if (method.returns === 'value') {
    const result: { value?: unknown } = {};
    let ready = false;
    let value: unknown;
    Object.defineProperty(result, 'value', {
      get() {
        if (!ready)
          throw new RichError(
            'ValueNotLoaded',
            'The value of the result object has not been loaded yet. Call context.sync first.',
          );
        return value;
      },
    });
    context.enqueue(() => {
      value = method.run(target(), ...settled(args));
      ready = true;
    });
    return result;
  }
  if (method.returns)
    return proxy(
      context,
      method.returns(),
      () => method.run(target(), ...settled(args)),
      method.orNull,
    );
  context.enqueue(() => void method.run(target(), ...settled(args)));
  return undefined;
}

function eventSource(
  context: Context,
  target: () => never,
  subscribe: (target: never, handler: (args: never) => unknown) => () => void,
) {
  return {
    add(handler: (args: never) => unknown) {
      let stop: (() => void) | undefined;
      context.enqueue(() => {
        stop = subscribe(target(), handler);
      });
      return {
        context: { [handlersMayOutlive]: true, sync: async () => undefined },
        remove: () => stop?.(),
      };
    },
  };
}
