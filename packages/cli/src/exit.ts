/** What the process tells its caller. */
export const exitCodes = { clean: 0, findings: 1, bad: 2, crash: 3 } as const;

/** The call or a file it names cannot be used: a message for the caller, no crash. */
export class CallError extends Error {
  readonly remedy: string | undefined;

  constructor(message: string, remedy?: string) {
    super(message);
    this.name = 'CallError';
    this.remedy = remedy;
  }
}
