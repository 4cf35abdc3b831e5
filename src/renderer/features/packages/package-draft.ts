import type { CollectionId, RecordId } from '#shared/domain/ids.ts';
import type { PackageChoice, PackageForm, PackageKey, PackageProfile } from '#shared/domain/package.ts';

/** What is chosen in the dialog, before it is asked where to. */
export interface PackageDraft {
	/** `all`, `selected`, or the id of a collection. */
	records: 'all' | 'selected' | CollectionId;
	/** Left out of those after all. */
	withoutIds: RecordId[];
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

export function choiceOf(
	{ records, withoutIds, withGivers, profile }: PackageDraft,
	selectedIds: readonly RecordId[],
): PackageChoice {
	return {
		...(records === 'selected' && { recordIds: [...selectedIds] }),
		...(records !== 'selected' && records !== 'all' && { collectionId: records }),
		...(withoutIds.length > 0 && { withoutIds }),
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
	const plain = title
		.replace(/[^\p{L}\p{M}\p{N}._ -]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 60)
		.trim();
	return `${plain.replace(/^\.+/, '') || 'package'}${endings[form]}`;
}
