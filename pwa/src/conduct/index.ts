export { arm } from './arm.ts';
export {
  type PhaseStanding,
  useBreaches,
  useConductBook,
  useMinute,
  usePhaseStanding,
  useRules,
  useTradesSeen,
  useVerdict,
} from './hooks.ts';
export { followKeeping } from './keeping.ts';
