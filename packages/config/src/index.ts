export { type PlacedProblem, profileNames, type ReadProfile, readProfile } from './read-profile.js';
