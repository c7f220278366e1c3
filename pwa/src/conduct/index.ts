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
