/** Whether a picture may be drawn as several, one after another: a GIF, an animated PNG (`acTL`) or WebP (`ANIM`). */
export function mayMove(bytes: Uint8Array, mediaType: string): boolean {
	if (mediaType === 'image/gif') return true;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (mediaType === 'image/png') return hasAnimationControl(view);
	return mediaType === 'image/webp' && hasAnimation(view);
}

/** It stands before the data of the picture (PNG, third edition, 11.3.6.1). */
function hasAnimationControl(view: DataView): boolean {
	for (let at = 8; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
		const type = nameAt(view, at + 4);
		if (type === 'acTL' || type === 'IDAT') return type === 'acTL';
	}
	return false;
}

function hasAnimation(view: DataView): boolean {
	for (let at = 12; at + 8 <= view.byteLength; ) {
		const type = nameAt(view, at);
		if (type === 'ANIM' || type === 'ANMF') return true;
		const length = view.getUint32(at + 4, true);
		at += 8 + length + (length % 2);
	}
	return false;
}

function nameAt(view: DataView, at: number): string {
	return String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
}
