export { HelpPage } from './HelpPage.tsx';
export { Welcome } from './Welcome.tsx';
