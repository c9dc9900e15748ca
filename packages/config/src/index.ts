export { profileNames } from './names.js';
export { type PlacedProblem, type ReadProfile, readProfile } from './read-profile.js';
