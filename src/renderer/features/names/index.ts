export { FormFacts } from './FormFacts.tsx';
export { NamesPage } from './NamesPage.tsx';
export { askForNewName } from './names-store.ts';
export { PlaceCoordinatesList } from './PlaceCoordinatesList.tsx';
export { prepareName } from './page/asked-mentions.ts';
export { NamePage } from './page/NamePage.tsx';
export { SuggestionsPage } from './suggestions/SuggestionsPage.tsx';
