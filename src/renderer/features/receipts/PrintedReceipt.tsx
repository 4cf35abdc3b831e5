import { Fragment } from 'react';
import { PrintedSheet } from '#renderer/ui/PrintedSheet.tsx';
import type { Receipt, ReceiptFile } from '#shared/domain/receipt.ts';
import { type ReceiptSheet, receiptRow, receiptSheet, receiptStyle } from '#shared/receipt/receipt-sheet.ts';

/** A receipt for paper: what its page says, in the same layout. */
export function PrintedReceipt({ receipt }: { receipt: Receipt }) {
	return (
		<PrintedSheet style={receiptStyle}>
			<Sheet sheet={receiptSheet(receipt)} files={receipt.files} />
		</PrintedSheet>
	);
}

function Sheet({ sheet, files }: { sheet: ReceiptSheet; files: readonly ReceiptFile[] }) {
	const { title, opening, facts, columns, closing, lines } = sheet;
	return (
		<>
			<h1 dir="auto">{title}</h1>
			<p>{opening}</p>
			<dl>
				{facts.map(([label, value]) => (
					<Fragment key={label}>
						<dt>{label}</dt>
						<dd dir="auto">{value}</dd>
					</Fragment>
				))}
			</dl>
			<table>
				<thead>
					<tr>
						{columns.map((column) => (
							<th key={column} scope="col">
								{column}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{files.map((file, index) => (
						<Row key={file.sha256} {...receiptRow(file, index)} />
					))}
				</tbody>
			</table>
			<footer>
				{closing.map((text) => (
					<p key={text} className="about">
						{text}
					</p>
				))}
				<p className="sign">
					{lines.map((line) => (
						<span key={line}>{line}</span>
					))}
				</p>
			</footer>
		</>
	);
}

function Row({ number, about, sha256, sizeBytes, days, receivedBy }: ReturnType<typeof receiptRow>) {
	return (
		<tr>
			<td className="n">{number}</td>
			<td dir="auto">
				<Lines of={about} />
				<br />
				<code>{sha256}</code>
			</td>
			<td className="n">{sizeBytes}</td>
			<td>
				<Lines of={days} />
			</td>
			<td dir="auto">{receivedBy}</td>
		</tr>
	);
}

function Lines({ of }: { of: readonly string[] }) {
	return of.map((line, at) => (
		<Fragment key={line}>
			{at > 0 ? <br /> : null}
			{line}
		</Fragment>
	));
}
