export { ListSearchPage } from './ListSearchPage.tsx';
