import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import {
  addIn,
  address,
  button,
  fourPart,
  ids,
  names,
  type Place,
  popup,
  ribbonIcons,
} from './describe.js';

const ns = {
  app: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  bt: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  pane: 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
  mail: 'http://schemas.microsoft.com/office/mailappversionoverrides',
  mail11: 'http://schemas.microsoft.com/office/mailappversionoverrides/1.1',
} as const;

/** The manifest for Word, with the strings of the popup. */
export function wordXml(place: Place): string {
  const app = head(place, {
    id: ids.word,
    type: 'TaskPaneApp',
    name: addIn.name,
    icon: 32,
    large: 64,
  });
  app.ele('Hosts').ele('Host', { Name: 'Document' });
  requirements(app, 'WordApi', '1.3');
  app
    .ele('DefaultSettings')
    .ele('SourceLocation', { DefaultValue: address(place, 'taskpane.html') });
  app.ele('Permissions').txt('ReadWriteDocument');
  const overrides = app
    .ele(ns.pane, 'VersionOverrides')
    .att(ns.xsi, 'xsi:type', 'VersionOverridesV1_0');
  const host = overrides.ele('Hosts').ele('Host').att(ns.xsi, 'xsi:type', 'Document');
  const form = host.ele('DesktopFormFactor');
  const point = form.ele('ExtensionPoint').att(ns.xsi, 'xsi:type', 'PrimaryCommandSurface');
  const group = point
    .ele('OfficeTab', { id: 'TabReviewWord' })
    .ele('Group', { id: 'Chaperone.Word.Group' });
  group.ele('Label', { resid: 'Group.Label' });
  icons(group);
  openButton(group, names.wordButton, true);
  resources(overrides, place, { ...popup });
  return text(app);
}

/** The manifest for Outlook; with `onSend`, the one for administrators that checks at sending. */
export function outlookXml(place: Place, onSend: boolean): string {
  const id = onSend ? ids.outlookOnSend : ids.outlook;
  const app = head(place, {
    id,
    type: 'MailApp',
    name: onSend ? addIn.sendName : addIn.name,
    icon: 64,
    large: 128,
  });
  app.ele('Hosts').ele('Host', { Name: 'Mailbox' });
  requirements(app, 'Mailbox', '1.3');
  const form = app.ele('FormSettings').ele('Form').att(ns.xsi, 'xsi:type', 'ItemEdit');
  form
    .ele('DesktopSettings')
    .ele('SourceLocation', { DefaultValue: address(place, 'taskpane.html') });
  app.ele('Permissions').txt('ReadWriteItem');
  const rule = app.ele('Rule', { Mode: 'Or' }).att(ns.xsi, 'xsi:type', 'RuleCollection');
  for (const kind of ['Message', 'Appointment'])
    rule.ele('Rule', { ItemType: kind, FormType: 'Edit' }).att(ns.xsi, 'xsi:type', 'ItemIs');
  const outer = app
    .ele(ns.mail, 'VersionOverrides')
    .att(ns.xsi, 'xsi:type', 'VersionOverridesV1_0');
  mailbox(outer, place, ns.mail, false);
  const inner = outer
    .ele(ns.mail11, 'VersionOverrides')
    .att(ns.xsi, 'xsi:type', 'VersionOverridesV1_1');
  mailbox(inner, place, ns.mail11, onSend);
  return text(app);
}

function mailbox(overrides: XMLBuilder, place: Place, space: string, onSend: boolean): void {
  const required = overrides
    .ele('Requirements')
    .ele(ns.bt, 'bt:Sets', { DefaultMinVersion: onSend ? '1.12' : '1.3' });
  required.ele(ns.bt, 'bt:Set', { Name: 'Mailbox' });
  const host = overrides.ele('Hosts').ele('Host').att(ns.xsi, 'xsi:type', 'MailHost');
  if (onSend) {
    const runtime = host.ele('Runtimes').ele('Runtime', { resid: 'OnSend.Page' });
    runtime.ele('Override', { type: 'javascript', resid: 'OnSend.Script' });
  }
  const form = host.ele('DesktopFormFactor');
  for (const [surface, id] of [
    ['MessageComposeCommandSurface', names.outlookButton],
    ['AppointmentOrganizerCommandSurface', names.outlookAppointmentButton],
  ] as const) {
    const group = form
      .ele('ExtensionPoint')
      .att(ns.xsi, 'xsi:type', surface)
      .ele('OfficeTab', { id: 'TabDefault' })
      .ele('Group', { id: `${id}.Group` });
    group.ele('Label', { resid: 'Group.Label' });
    // Pinning came with version 1.1 and does not exist for appointments.
    openButton(group, id, false, space === ns.mail11 && id === names.outlookButton);
  }
  if (onSend) {
    const launch = form.ele('ExtensionPoint').att(ns.xsi, 'xsi:type', 'LaunchEvent');
    const events = launch.ele('LaunchEvents');
    for (const type of ['OnMessageSend', 'OnAppointmentSend'])
      events.ele('LaunchEvent', { Type: type, FunctionName: names.onSend, SendMode: 'PromptUser' });
    launch.ele('SourceLocation', { resid: 'OnSend.Page' });
  }
  resources(overrides, place, {}, onSend);
}

interface Head {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly icon: number;
  readonly large: number;
}

function head(place: Place, { id, type, name, icon, large }: Head): XMLBuilder {
  const app = create({ version: '1.0', encoding: 'UTF-8' })
    .ele(ns.app, 'OfficeApp')
    .att('http://www.w3.org/2000/xmlns/', 'xmlns:xsi', ns.xsi)
    .att('http://www.w3.org/2000/xmlns/', 'xmlns:bt', ns.bt)
    .att(ns.xsi, 'xsi:type', type);
  app.ele('Id').txt(id);
  app.ele('Version').txt(fourPart(place.version));
  app.ele('ProviderName').txt(addIn.provider);
  app.ele('DefaultLocale').txt(addIn.locale);
  app.ele('DisplayName', { DefaultValue: name });
  app.ele('Description', { DefaultValue: addIn.full });
  app.ele('IconUrl', { DefaultValue: address(place, `assets/icon-${icon}.png`) });
  app.ele('HighResolutionIconUrl', { DefaultValue: address(place, `assets/icon-${large}.png`) });
  app.ele('SupportUrl', { DefaultValue: address(place, addIn.support) });
  app.ele('AppDomains').ele('AppDomain').txt(place.origin);
  return app;
}

function requirements(app: XMLBuilder, set: string, version: string): void {
  app.ele('Requirements').ele('Sets', { DefaultMinVersion: version }).ele('Set', { Name: set });
}

function openButton(group: XMLBuilder, id: string, hasTaskpaneId: boolean, canPin = false): void {
  const control = group.ele('Control', { id }).att(ns.xsi, 'xsi:type', 'Button');
  control.ele('Label', { resid: 'Button.Label' });
  const tip = control.ele('Supertip');
  tip.ele('Title', { resid: 'Button.TipTitle' });
  tip.ele('Description', { resid: 'Button.Tip' });
  icons(control);
  const action = control.ele('Action').att(ns.xsi, 'xsi:type', 'ShowTaskpane');
  if (hasTaskpaneId) action.ele('TaskpaneId').txt('Chaperone.Pane');
  action.ele('SourceLocation', { resid: 'Pane.Page' });
  if (canPin) action.ele('SupportsPinning').txt('true');
}

function icons(parent: XMLBuilder): void {
  const icon = parent.ele('Icon');
  for (const size of ribbonIcons) icon.ele(ns.bt, 'bt:Image', { size, resid: `Icon.${size}` });
}

function resources(
  overrides: XMLBuilder,
  place: Place,
  extra: Readonly<Record<string, string>>,
  onSend = false,
): void {
  const all = overrides.ele('Resources');
  const images = all.ele(ns.bt, 'bt:Images');
  for (const size of ribbonIcons)
    images.ele(ns.bt, 'bt:Image', {
      id: `Icon.${size}`,
      DefaultValue: address(place, `assets/icon-${size}.png`),
    });
  const urls = all.ele(ns.bt, 'bt:Urls');
  const pages: Record<string, string> = { 'Pane.Page': 'taskpane.html' };
  if (onSend)
    Object.assign(pages, { 'OnSend.Page': 'on-send.html', 'OnSend.Script': 'on-send.js' });
  for (const [id, path] of Object.entries(pages))
    urls.ele(ns.bt, 'bt:Url', { id, DefaultValue: address(place, path) });
  const short = all.ele(ns.bt, 'bt:ShortStrings');
  const shortStrings = {
    'Group.Label': button.group,
    'Button.Label': button.label,
    'Button.TipTitle': button.tipTitle,
    ...extra,
  };
  for (const [id, value] of Object.entries(shortStrings))
    short.ele(ns.bt, 'bt:String', { id, DefaultValue: value });
  all
    .ele(ns.bt, 'bt:LongStrings')
    .ele(ns.bt, 'bt:String', { id: 'Button.Tip', DefaultValue: button.tip });
}

function text(app: XMLBuilder): string {
  return `${app.end({ prettyPrint: true })}\n`;
}
