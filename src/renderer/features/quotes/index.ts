export { CitationStyleSelect } from './CitationStyleSelect.tsx';
export { chosenStyle, useCitationStyle } from './citation-style.ts';
export { copyCard, copyQuotation, copyReference } from './copying.ts';
export { QuotesPage } from './QuotesPage.tsx';
export { addQuote } from './quote-mutations.ts';
export { ReferencesExportDialog } from './ReferencesExportDialog.tsx';
export { useCiteCommand } from './use-cite-command.ts';
