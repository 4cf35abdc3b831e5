import { fileNameOf } from '#renderer/lib/archive-status.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { message } from '#shared/messages/messages.ts';
import { addAskedFiles, forgetAsked, useAsked } from './open-archive.ts';
import { UnlockForm } from './UnlockForm.tsx';

/** Asks for the passphrase of an archive that is to be opened in place of the present one. */
export function OpenDialog() {
	const { path } = useAsked();
	return (
		<Dialog
			title={message('passphrase.open-title', { file: fileNameOf(path ?? '') })}
			isOpen={path !== null}
			onClose={forgetAsked}
		>
			{path === null ? null : <UnlockForm path={path} onOpened={addAskedFiles} />}
		</Dialog>
	);
}
