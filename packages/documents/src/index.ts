export { openDocument } from './open.js';
export {
  DocumentError,
  type DocumentPart,
  type DocumentProblem,
  type NamedPlace,
  type OpenedDocument,
} from './opened.js';
