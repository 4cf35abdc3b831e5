import { BackupDialog } from '#renderer/features/backup/index.ts';
import { CatalogueDialog } from '#renderer/features/catalogue/index.ts';
import { ReceiptProofDialog } from '#renderer/features/custody/index.ts';
import { ReadinessDialog } from '#renderer/features/field/index.ts';
import { PrintedFindingAid } from '#renderer/features/finding-aid/index.ts';
import { Tour } from '#renderer/features/help/index.ts';
import { SealDialog } from '#renderer/features/home/index.ts';
import { LinkDialog } from '#renderer/features/links/index.ts';
import { PackageDialogs } from '#renderer/features/packages/index.ts';
import { Palette } from '#renderer/features/palette/index.ts';
import { PassphraseDialogs } from '#renderer/features/passphrase/index.ts';
import { RecordingChoiceDialog } from '#renderer/features/provenance/index.ts';
import { CardProofDialog, SaveCardDialog } from '#renderer/features/quotes/index.ts';
import { ReadingCopyDialog, SealNotesDialog } from '#renderer/features/reading-copy/index.ts';
import { ReceiptDialog } from '#renderer/features/receipts/index.ts';
import { RecogniseDialog } from '#renderer/features/recognition/index.ts';
import { ShortcutSheet } from '#renderer/features/settings/index.ts';
import { TranslationDialogs } from '#renderer/features/translations/index.ts';
import { UnplugDialog } from '#renderer/features/unplug/index.ts';
import { PurgeDialog } from '#renderer/features/withdrawals/index.ts';

/** All that opens over the pages. Each answers its commands, and shows nothing until somebody asks for it. */
export function Dialogs() {
	return (
		<>
			<Palette />
			<LinkDialog />
			<PackageDialogs />
			<BackupDialog />
			<SealDialog />
			<SealNotesDialog />
			<ReadinessDialog />
			<CatalogueDialog />
			<PassphraseDialogs />
			<PurgeDialog />
			<ReadingCopyDialog />
			<RecordingChoiceDialog />
			<PrintedFindingAid />
			<ReceiptDialog />
			<ReceiptProofDialog />
			<RecogniseDialog />
			<SaveCardDialog />
			<CardProofDialog />
			<ShortcutSheet />
			<Tour />
			<TranslationDialogs />
			<UnplugDialog />
		</>
	);
}
