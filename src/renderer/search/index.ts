export { findHits } from '#shared/search/marks.ts';
export { useOpenHit } from './hit-place.ts';
export { useHitSteps } from './hit-steps.ts';
export { useChangeFilters, useFilters, useQuestion, useQuestionBox, useSettledQuestion } from './question.ts';
export {
	countHits,
	findCompanions,
	findCoordinates,
	findMentions,
	hitsOf,
	passagesAround,
	searchForList,
	startSearch,
	useSearchState,
	widenedWords,
} from './search-client.ts';
export { markKey, markPainted } from './search-marks.ts';
export { takeReturn, useSelectedHit } from './selected-hit.ts';
export { type SearchView, useAskAhead, useSearch } from './use-search.ts';
