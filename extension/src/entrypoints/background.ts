import { defineBackground } from 'wxt/utils/define-background';
import { startWorker } from '../worker/index.ts';

export default defineBackground(startWorker);
