/**
 * Stands in the place of Microsoft's office.js inside the pane: takes the simulated host from the page around it.
 */
interface HostPage {
  readonly officeHost?: { globals(window: Window): Record<string, unknown> };
}

const around = (globalThis.parent as unknown as HostPage | undefined)?.officeHost;
if (around) Object.assign(globalThis, around.globals(globalThis as unknown as Window));
