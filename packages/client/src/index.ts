export {
  type ChaperoneConnection,
  type ConnectOptions,
  connect,
  type Diagnosed,
  type Fix,
} from './connection.js';
export { type Edit, type Mirror, mirror, type Span, withEdits } from './mirror.js';
export { workerTransport } from './transport.js';
export {
  type DocumentOptions,
  type FindingData,
  findingData,
  type Settings,
  type Status,
} from './wire.js';
export { countSentence, severityName, severityNames, statusSentence } from './words.js';
