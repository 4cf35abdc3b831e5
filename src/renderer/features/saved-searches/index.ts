export { SavedSearchList } from './SavedSearchList.tsx';
export { SavedSearchNotice } from './SavedSearchNotice.tsx';
export { SaveSearchButton } from './SaveSearchButton.tsx';
