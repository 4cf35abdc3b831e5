import { createPortal } from 'react-dom';
import type { Receipt, ReceiptFile } from '#shared/domain/receipt.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './PrintedReceipt.module.css';

/** A receipt for paper, beside the page that is seen; it says what the page that is exported says. */
export function PrintedReceipt({ receipt }: { receipt: Receipt }) {
	const { archiveTitle, archiveId, files, madeAt, madeBy, software, custody } = receipt;
	return createPortal(
		<div className={styles.sheets} data-printed="" data-theme="light">
			<h1 className={styles.title}>{message('receipt.title')}</h1>
			<p>{message('receipt.received', { count: files.length })}</p>
			<dl className={styles.facts}>
				<dt>{message('receipt.archive')}</dt>
				<dd dir="auto">{`${archiveTitle} (${archiveId})`}</dd>
				<dt>{message('receipt.made')}</dt>
				<dd>{instant(madeAt)}</dd>
				{madeBy === '' ? null : (
					<>
						<dt>{message('receipt.made-by')}</dt>
						<dd dir="auto">{madeBy}</dd>
					</>
				)}
				<dt>{message('receipt.software')}</dt>
				<dd>{software}</dd>
				<dt>{message('receipt.head')}</dt>
				<dd>{custody.head}</dd>
			</dl>
			<table className={styles.table}>
				<thead>
					<tr>
						<th scope="col">{message('receipt.column.number')}</th>
						<th scope="col">{message('receipt.column.file')}</th>
						<th scope="col">{message('receipt.column.bytes')}</th>
						<th scope="col">{message('receipt.column.received')}</th>
						<th scope="col">{message('receipt.column.by')}</th>
					</tr>
				</thead>
				<tbody>
					{files.map((file, index) => (
						<Row key={file.sha256} number={index + 1} file={file} />
					))}
				</tbody>
			</table>
			<p className={styles.about}>{message('receipt.check')}</p>
			<p className={styles.about}>{message('receipt.leaves-out')}</p>
			<p className={styles.sign}>
				<span>{message('receipt.date-line')}</span>
				<span>{message('receipt.signature-line')}</span>
			</p>
		</div>,
		document.body,
	);
}

function Row({ number, file }: { number: number; file: ReceiptFile }) {
	const { fileName, sha256, mediaType, sizeBytes, receivedOn, receivedAt, receivedBy } = file;
	return (
		<tr>
			<td>{number}</td>
			<td dir="auto">
				{fileName === '' ? null : <div>{fileName}</div>}
				<div>{mediaType}</div>
				<code>{sha256}</code>
			</td>
			<td>{sizeBytes}</td>
			<td>
				{receivedOn === '' ? null : <div>{receivedOn}</div>}
				<div>{instant(receivedAt)}</div>
			</td>
			<td dir="auto">{receivedBy}</td>
		</tr>
	);
}

/** In the one zone that is the same for whoever reads it, as on the page that is exported. */
function instant(at: string): string {
	return `${at.slice(0, 19).replace('T', ' ')} UTC`;
}
