import type { Reader, Writer } from '#archive/db/connection.ts';

export interface KeptRoot {
	root: string;
	/** The last hash of each chain of the custody log that the root covers. */
	custodyHeads: string[];
	/** Number of the last change before it was kept. */
	changeNumber: number;
}

export function findRoot(reader: Reader): KeptRoot | undefined {
	const row = reader.get<Omit<KeptRoot, 'custodyHeads'> & { custodyHeads: string }>(
		'SELECT root, custody_heads AS custodyHeads, change_number AS changeNumber FROM content_root WHERE id = 1',
	);
	return row && { ...row, custodyHeads: JSON.parse(row.custodyHeads) as string[] };
}

export function upsertRoot(writer: Writer, { root, custodyHeads, changeNumber }: KeptRoot, at: string): void {
	writer.run(
		`INSERT INTO content_root (id, root, custody_heads, change_number, at) VALUES (1, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET root = excluded.root, custody_heads = excluded.custody_heads,
			change_number = excluded.change_number, at = excluded.at`,
		root,
		JSON.stringify(custodyHeads),
		changeNumber,
		at,
	);
}
