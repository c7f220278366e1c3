import { defineBackground } from 'wxt/utils/define-background';
import { makeNoFunctions } from '../app/index.ts';
import { startWorker } from '../worker/index.ts';

export default defineBackground(() => {
  makeNoFunctions();
  startWorker();
});
