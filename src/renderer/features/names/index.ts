export { NamesPage } from './NamesPage.tsx';
