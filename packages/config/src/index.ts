export { isReport, profileNames, reportMark } from './names.js';
export { type Place, type PlacedProblem, type ReadProfile, readProfile } from './read-profile.js';
export { type RuleFile, withRuleFiles } from './rule-files.js';
