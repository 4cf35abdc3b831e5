import type { NameId } from '#shared/domain/ids.ts';
import type { Name } from '#shared/domain/name.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { NewNameDialog } from './NewNameDialog.tsx';
import { openDialog, useNames } from './names-store.ts';
import { RemoveDialog } from './RemoveDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';

interface NameDialogsProps {
	names: readonly Name[];
	/** What the dialogs are about: the names that are chosen. */
	chosen: readonly Name[];
	onShow(id: NameId): void;
}

/** The dialog that is open on the page of names, if any. */
export function NameDialogs({ names, chosen, onShow }: NameDialogsProps) {
	const dialog = useNames((state) => state.dialog);
	const close = () => openDialog(null);
	const [first] = chosen;
	if (dialog === 'new') return <NewNameDialog onShow={onShow} onClose={close} />;
	if (!first) return null;
	if (dialog === 'merge') return <MergeDialog names={names} chosen={chosen} onShow={onShow} onClose={close} />;
	if (dialog === 'split') return <SplitDialog name={first} onShow={onShow} onClose={close} />;
	if (dialog === 'remove') return <RemoveDialog names={chosen} onClose={close} />;
	return null;
}
