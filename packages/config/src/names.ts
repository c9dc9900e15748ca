/** The file names a profile may have, the preferred one first. */
export const profileNames = ['chaperone.yaml', 'chaperone.yml'] as const;
