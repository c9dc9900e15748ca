/** Pieces shorter than this many features count as this long, so that two words cannot be sure of anything. */
export const shortest = 40;
