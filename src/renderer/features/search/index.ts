export { DateHistogram } from './DateHistogram.tsx';
export { MarkedText } from './MarkedText.tsx';
export { QueryHelp } from './QueryHelp.tsx';
export { SearchPage } from './SearchPage.tsx';
