export { HelpPage } from './HelpPage.tsx';
export { Tour } from './tour/Tour.tsx';
export { Welcome } from './Welcome.tsx';
