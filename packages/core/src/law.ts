/** A legal source that a rule rests on. */
export interface Authority {
  readonly id: string;
  /** How it is written: "45 CFR 164.502(a)". */
  readonly cite: string;
  /** What it says, one sentence. */
  readonly says: string;
  readonly url: string;
  readonly jurisdiction: string;
  /** ISO date on which we read it. */
  readonly read: string;
}

export const authorities: readonly Authority[] = [];
