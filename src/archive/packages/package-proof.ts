import { getArchiveRow } from '#archive/archive-row.ts';
import { CardProofService } from '#archive/cards/card-proof-service.ts';
import { CustodyService } from '#archive/custody/custody-service.ts';
import { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { EditionsService } from '#archive/editions/editions-service.ts';
import {
	type CheckedOriginals,
	digestPieces,
	type Original,
	OriginalsService,
} from '#archive/originals/originals-service.ts';
import { RecordsService } from '#archive/records/records-service.ts';
import { ReceiptProofService } from '#archive/transfer/receipt/receipt-proof-service.ts';
import { newId, type ReplicaId } from '#shared/domain/ids.ts';
import type { Fixity } from '#shared/domain/record.ts';
import type { ReadPackage } from './package-archive.ts';
import { readValidPackage, type ValidOptions } from './valid-package.ts';

/** What compares cards and receipts with a package. */
export interface PackageProof {
	cards: CardProofService;
	receipts: ReceiptProofService;
	close(): void;
}

/**
 * A package of Lectern's, in whatever form and with all its parts, as something to prove by: everything in it was read and
 * is as it was written. Throws as `openValidPackage` does, and unreadable-file for a bag that others made.
 */
export async function openPackageProof(path: string, options: ValidOptions): Promise<PackageProof> {
	const read = await readValidPackage(path, options);
	const database = new ArchiveDatabase(read.scratch, {
		replicaId: newId<ReplicaId>(),
		author: () => '',
		now: Date.now,
		isReadOnly: true,
	});
	const custody = new CustodyService(database);
	const originals = packagedOriginals(database, read);
	const editions = new EditionsService(database);
	const records = new RecordsService(database, editions);
	const identity = () => {
		const row = getArchiveRow(database.reader);
		return { id: row?.id ?? '', title: row?.title ?? '' };
	};
	return {
		cards: new CardProofService(database, { records, editions, originals, custody }),
		receipts: new ReceiptProofService({ originals, custody }, identity),
		close: read.close,
	};
}

/** Their bytes are files of the bag. */
function packagedOriginals(database: ArchiveDatabase, { bytesOf }: ReadPackage): CheckedOriginals {
	const rows = new OriginalsService(database);
	return {
		find: (sha256) => rows.find(sha256),
		async verify({ sha256, sizeBytes }: Original, signal: AbortSignal): Promise<Fixity> {
			const digest = await digestPieces(sha256, bytesOf(sha256), signal);
			if (digest.sizeBytes === 0 && sizeBytes > 0) return 'missing';
			return digest.sha256 === sha256 ? 'intact' : 'changed';
		},
	};
}
