export { ReaderPage } from './ReaderPage.tsx';
export { ReadingSettingsButton } from './settings/ReadingSettingsButton.tsx';
