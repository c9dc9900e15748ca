import { formats } from '@chaperone/core';
import { profileText } from './profile-text.js';
import type { Rarer } from './rarer.js';

const rarer: Rarer = { profileText, formats };
Object.assign(globalThis, { chaperoneRarer: rarer });
