import { AskDialog } from './AskDialog.tsx';
import { BringInDialog } from './BringInDialog.tsx';
import { OutcomeDialog } from './OutcomeDialog.tsx';
import { SaveDialog } from './SaveDialog.tsx';
import { TranslateDialog } from './TranslateDialog.tsx';
import { closeTranslationDialogs, useTranslationView } from './translation-store.ts';

/** What is asked about translations, wherever one is. */
export function TranslationDialogs() {
	const { asking, saving, bringing, outcome, translating } = useTranslationView();
	const close = closeTranslationDialogs;
	return (
		<>
			{asking.length > 0 ? <AskDialog recordIds={asking} onClose={close} /> : null}
			{saving ? <SaveDialog record={saving} onClose={close} /> : null}
			{bringing ? <BringInDialog record={bringing} onClose={close} /> : null}
			{outcome ? <OutcomeDialog outcome={outcome} onClose={close} /> : null}
			{translating ? <TranslateDialog record={translating} onClose={close} /> : null}
		</>
	);
}
