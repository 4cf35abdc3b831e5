import { create } from 'zustand';

/** BCP 47 tag of the text that is open; '' where none is, or where its language is not known. */
export const useOpenLanguage = create<{ language: string }>(() => ({ language: '' }));
