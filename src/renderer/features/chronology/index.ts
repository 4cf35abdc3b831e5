export { ChronologyPage } from './ChronologyPage.tsx';
