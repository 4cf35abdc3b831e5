export { FoundDatesPage } from './FoundDatesPage.tsx';
