/** The numbers of the protocol, here so that its package stays a matter of types. */
export const DiagnosticSeverity = { Error: 1, Warning: 2, Information: 3, Hint: 4 } as const;
