export { findHits } from '#shared/search/marks.ts';
export { useChangeFilters, useFilters, useQuestion, useQuestionBox, useSettledQuestion } from './question.ts';
export { passagesAround, startSearch, useSearchState, widenedWords } from './search-client.ts';
export { markKey, markPainted } from './search-marks.ts';
export { type SearchView, useSearch } from './use-search.ts';
