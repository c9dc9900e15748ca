import { profileText } from './profile-text.js';
import type { Rarer } from './rarer.js';

const rarer: Rarer = { profileText };
Object.assign(globalThis, { chaperoneRarer: rarer });
