import { plainFileName } from '#renderer/lib/plain-file-name.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import {
	type PackageChoice,
	type PackageForm,
	type PackageKey,
	type PackageProfile,
	type PartSize,
	partSizes,
} from '#shared/domain/package.ts';
import { isPassphraseSettled, type PassphraseDraft } from './passphrase-draft.ts';
import { type RecordsDraft, recordsChosen } from './records-choice.ts';

/** What is chosen in the dialog, before it is asked where to. */
export interface PackageDraft extends RecordsDraft, PassphraseDraft {
	withGivers: boolean;
	profile: PackageProfile;
	form: PackageForm;
	/** The largest file: as the medium takes, or a size. */
	parts: 'medium' | PartSize;
	keyKind: 'passphrase' | 'recipients';
	/** As typed. */
	recipients: string;
}

export const emptyDraft: PackageDraft = {
	records: 'all',
	withoutIds: [],
	withGivers: false,
	profile: 'whole',
	form: 'folder',
	parts: 'medium',
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
export function keyOf(draft: PackageDraft): PackageKey | null {
	if (draft.keyKind === 'passphrase') return isPassphraseSettled(draft) ? { passphrase: draft.passphrase } : null;
	const given = draft.recipients.split(/\s+/).filter((recipient) => recipient !== '');
	return given.length > 0 && given.every((recipient) => recipient.startsWith('age1')) ? { recipients: given } : null;
}

/** Bytes that no file of the package may be larger than; undefined where only the medium says. */
export function partBytesOf({ parts }: PackageDraft): number | undefined {
	return parts === 'medium' ? undefined : partSizes[parts];
}

const endings: Readonly<Record<PackageForm, string>> = { folder: '', zip: '.zip', encrypted: '.zip.age' };

/** A bare file name to begin with. */
export function suggestedName(title: string, form: PackageForm): string {
	return `${plainFileName(title) || 'package'}${endings[form]}`;
}
