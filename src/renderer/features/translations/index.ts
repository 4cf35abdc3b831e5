export { TextLanguages } from './TextLanguages.tsx';
export { TranslationDialogs } from './TranslationDialogs.tsx';
export { TranslationsPage } from './TranslationsPage.tsx';
export { TranslationsSection } from './TranslationsSection.tsx';
export { askForTranslation, translateHere } from './translation-store.ts';
export { useKnownTranslation } from './use-known-translation.ts';
export { useTranslationCommands } from './use-translation-commands.ts';
