export { NamesPage } from './NamesPage.tsx';
export { NamePage } from './page/NamePage.tsx';
export { SuggestionsPage } from './suggestions/SuggestionsPage.tsx';
