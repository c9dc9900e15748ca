export type { Authorization } from './authorization.js';
export { editsFor } from './block-edit.js';
export {
  atLeast,
  type Channel,
  type ChannelChoice,
  channels,
  type Severity,
  type Strictness,
  severities,
  strictnesses,
} from './channel.js';
export {
  type Checker,
  type CheckOptions,
  check,
  createChecker,
  type IdleDirective,
  type Ignored,
  type Inspection,
  inspect,
} from './check.js';
export { parseCustomRules } from './custom-rule.js';
export { coreFormats, formatOf, formats, languageIdOf } from './document.js';
export { explain } from './explain.js';
export { applyFix, type Edit, type Finding, type Fix, type Match } from './finding.js';
export { filled, fixesOf } from './fixes.js';
export { type MailPart, partsOfMail } from './formats/mail-parts.js';
export { type RoleKind, roleKind } from './formats/roles.js';
export { type Entity, identify } from './identify.js';
export { type Authority, authorities, lawOf, type Pack, packs } from './law.js';
export type {
  Block,
  Format,
  MetaEntry,
  Notice,
  Passage,
  ReadDocument,
  SourceDocument,
} from './passage.js';
export {
  defaultProfile,
  type PracticeProfile,
  type ProfileProblem,
  parseProfile,
  profileSchema,
} from './profile.js';
export type { Condition, Example, FixTemplate, Rule } from './rule.js';
export { rules } from './rules/index.js';
export { type ReplyTemplate, replyTemplates, replyText } from './safe-replies.js';
export { contains, cover, overlaps, type Span } from './span.js';
