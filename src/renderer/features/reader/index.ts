import { lazy } from 'react';

export { ReadingSettingsButton } from './settings/ReadingSettingsButton.tsx';

/** Loaded when the first record is opened; the button above stands in the top bar from the start. */
export const ReaderPage = lazy(async () => ({ default: (await import('./ReaderPage.tsx')).ReaderPage }));
