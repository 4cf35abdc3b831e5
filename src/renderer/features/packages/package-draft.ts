import { plainFileName } from '#renderer/lib/plain-file-name.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { PackageChoice, PackageForm, PackageKey, PackageProfile } from '#shared/domain/package.ts';
import { type RecordsDraft, recordsChosen } from './records-choice.ts';

/** What is chosen in the dialog, before it is asked where to. */
export interface PackageDraft extends RecordsDraft {
	withGivers: boolean;
	profile: PackageProfile;
	form: PackageForm;
	keyKind: 'passphrase' | 'recipients';
	passphrase: string;
	passphraseAgain: string;
	/** As typed. */
	recipients: string;
}

export const emptyDraft: PackageDraft = {
	records: 'all',
	withoutIds: [],
	withGivers: false,
	profile: 'whole',
	form: 'folder',
	keyKind: 'passphrase',
	passphrase: '',
	passphraseAgain: '',
	recipients: '',
};

export function choiceOf(draft: PackageDraft, selectedIds: readonly RecordId[]): PackageChoice {
	const { withGivers, profile } = draft;
	return {
		...recordsChosen(draft, selectedIds),
		...(withGivers && profile === 'whole' && { withGivers }),
	};
}

/** The key that was typed, whole and twice the same; null where there is none yet. */
export function keyOf({ keyKind, passphrase, passphraseAgain, recipients }: PackageDraft): PackageKey | null {
	if (keyKind === 'passphrase') return passphrase !== '' && passphrase === passphraseAgain ? { passphrase } : null;
	const given = recipients.split(/\s+/).filter((recipient) => recipient !== '');
	return given.length > 0 && given.every((recipient) => recipient.startsWith('age1')) ? { recipients: given } : null;
}

const endings: Readonly<Record<PackageForm, string>> = { folder: '', zip: '.zip', encrypted: '.zip.age' };

/** A bare file name to begin with. */
export function suggestedName(title: string, form: PackageForm): string {
	return `${plainFileName(title) || 'package'}${endings[form]}`;
}
