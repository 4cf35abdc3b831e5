const sampleRateHz = 8000;

/** A WAV file (PCM, 16 bits, one channel, 8 kHz) of a soft tone that lasts so many seconds. */
export function toneWave(seconds: number): Uint8Array {
	const count = Math.round(seconds * sampleRateHz);
	const wave = Buffer.alloc(44 + 2 * count);
	wave.write('RIFF', 0);
	wave.writeUInt32LE(36 + 2 * count, 4);
	wave.write('WAVEfmt ', 8);
	wave.writeUInt32LE(16, 16);
	wave.writeUInt16LE(1, 20);
	wave.writeUInt16LE(1, 22);
	wave.writeUInt32LE(sampleRateHz, 24);
	wave.writeUInt32LE(2 * sampleRateHz, 28);
	wave.writeUInt16LE(2, 32);
	wave.writeUInt16LE(16, 34);
	wave.write('data', 36);
	wave.writeUInt32LE(2 * count, 40);
	for (let at = 0; at < count; at += 1)
		wave.writeInt16LE(Math.round(2000 * Math.sin((2 * Math.PI * 220 * at) / sampleRateHz)), 44 + 2 * at);
	return wave;
}
