export { link, type Match, type ParamsOf, type RouteName } from './paths.ts';
export { followLinks, go, goBack, place, search, type Place } from './place.ts';
export { restoreScroll } from './scroll.ts';
export { choiceParam, listParam, textParam, type ValuesOf } from './search.ts';
export { useSearch } from './useSearch.ts';
