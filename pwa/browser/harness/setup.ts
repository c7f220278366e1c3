import { afterAll } from 'vitest';
import { endSharedChromium, shareChromium } from './profile.ts';

// For the scenes of one file.
shareChromium();
afterAll(endSharedChromium);
