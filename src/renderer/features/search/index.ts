export { QueryHelp } from './QueryHelp.tsx';
export { SearchPage } from './SearchPage.tsx';
