import { ChangeDialog } from './ChangeDialog.tsx';
import { NewArchiveDialog } from './NewArchiveDialog.tsx';
import { OpenDialog } from './OpenDialog.tsx';

/** What asks for a passphrase over any page. */
export function PassphraseDialogs() {
	return (
		<>
			<OpenDialog />
			<NewArchiveDialog />
			<ChangeDialog />
		</>
	);
}
