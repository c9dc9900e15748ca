export { openDocument } from './open.js';
export {
  DocumentError,
  type DocumentPart,
  type DocumentProblem,
  type OpenedDocument,
} from './opened.js';
