declare const CHAPERONE_VERSION: string | undefined;

/** The program's version; esbuild writes it in. */
export const version = typeof CHAPERONE_VERSION === 'string' ? CHAPERONE_VERSION : '0.0.0';
