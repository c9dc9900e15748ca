/** The one address outside our own that the pane may load a script from: Microsoft requires it. */
export const officeScript = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/**
 * The pane's content security policy. It may load from its own origin, and office.js; it may send to its own origin
 * only; workers come from blobs, so that they are bound by this policy too.
 */
export const policy = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  'worker-src blob:',
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
